import { tsImport } from 'tsx/esm/api';
import { elementsIn } from './elements.js';

const { webkitLauncher } = await tsImport('./webkit-launcher.ts', import.meta.url);

export default elementsIn(webkitLauncher(process.env.MINIBROWSER_PATH));
