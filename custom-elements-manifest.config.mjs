import { readFileSync } from 'node:fs';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';

/** Where npm users find the module of a source file. */
const published = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/npm/$1.js');

/** Names the published files instead of the sources, and leaves out what is not for users. */
function publicApi() {
  return {
    name: 'public-api',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules
        .filter(({ declarations }) => declarations?.some((declaration) => declaration.customElement && declaration.tagName))
        .sort((a, b) => a.path.localeCompare(b.path));
      for (const module of customElementsManifest.modules) {
        module.path = published(module.path);
        module.declarations = module.declarations.filter((declaration) => declaration.customElement);
        module.exports = (module.exports ?? []).filter((entry) => module.declarations.some(({ name }) => name === entry.declaration?.name));
        for (const entry of module.exports) if (entry.declaration?.module) entry.declaration.module = published(entry.declaration.module);
        for (const declaration of module.declarations) clean(declaration);
      }
    },
  };
}

/** The theme's tokens with their defaults, as the sheet that reads them says. */
const cssProperties = [...readFileSync('src/ui/tokens.ts', 'utf8').matchAll(/var\((--cleeng-[\w-]+), (.+)\);/g)].map(([, name, value]) => ({
  name,
  default: value,
}));

function clean(declaration) {
  declaration.cssProperties = cssProperties;
  declaration.events = (declaration.events ?? []).filter(({ name }) => name?.startsWith('cleeng-'));
  const hidden = (member) => member.privacy === 'private' || member.privacy === 'protected' || member.name.startsWith('#');
  declaration.members = (declaration.members ?? []).filter((member) => member.kind === 'field' && !hidden(member) && !member.static);
  for (const list of [declaration.members, declaration.attributes ?? []]) {
    for (const item of list) if (item.inheritedFrom?.module) item.inheritedFrom.module = published(item.inheritedFrom.module);
  }
}

/** The tag of a class is in `define/`, where elements are registered; the class's file tells by its folder. */
function tagNames() {
  return {
    name: 'tag-names',
    moduleLinkPhase({ moduleDoc }) {
      const name = /elements\/([\w-]+)\/\1\.ts$/.exec(moduleDoc.path)?.[1];
      const element = name && moduleDoc.declarations?.find((declaration) => declaration.kind === 'class');
      if (element) Object.assign(element, { tagName: `cleeng-${name}`, customElement: true });
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts'],
  litelement: true,
  outdir: '.',
  packagejson: false,
  overrideModuleCreation({ ts, globs }) {
    const program = getTsProgram(ts, globs, 'tsconfig.build.json');
    return program.getSourceFiles().filter((file) => globs.some((glob) => file.fileName.includes(glob)));
  },
  plugins: [tagNames(), typeParserPlugin({ propertyName: 'type' }), publicApi()],
};
