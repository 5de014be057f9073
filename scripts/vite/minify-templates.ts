import { transform as minifyCss } from 'lightningcss';
import MagicString from 'magic-string';
import { parseAst, type Plugin } from 'vite';

interface Quasi {
  start: number;
  end: number;
  value: { raw: string };
}

/** Every tagged template in a syntax tree, with the name of its tag. */
function* taggedTemplates(node: unknown): Generator<{ tag: string; quasis: Quasi[] }> {
  if (Array.isArray(node)) for (const item of node) yield* taggedTemplates(item);
  else if (typeof node === 'object' && node !== null) {
    const { type, tag, quasi } = node as { type?: string; tag?: { type: string; name: string }; quasi?: { quasis: Quasi[] } };
    if (type === 'TaggedTemplateExpression' && tag?.type === 'Identifier' && quasi) yield { tag: tag.name, quasis: quasi.quasis };
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') yield* taggedTemplates(value);
  }
}

/** A run of white space with a line break in it is one space to HTML. */
const shrinkHtml = (text: string) => text.replace(/\s*\n\s*/g, ' ');

const shrinkCss = (text: string) => minifyCss({ filename: 'template.css', code: Buffer.from(text), minify: true }).code.toString();

/** Shrinks the kit's own html and css templates at build time. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code) {
        if (!/(html|css|svg)`/.test(code)) return null;
        const text = new MagicString(code);
        for (const { tag, quasis } of taggedTemplates(parseAst(code))) {
          for (const { start, end, value } of quasis) {
            const small =
              tag === 'css' && quasis.length === 1
                ? shrinkCss(value.raw)
                : tag === 'html' || tag === 'svg'
                  ? shrinkHtml(value.raw)
                  : value.raw;
            if (small !== value.raw && start < end) text.update(start, end, small);
          }
        }
        return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) } : null;
      },
    },
  };
}
