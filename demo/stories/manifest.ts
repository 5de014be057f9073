import json from '../../custom-elements.json';

interface Row {
  name: string;
  note: string;
}

export interface ElementDocs {
  summary: string;
  tables: { title: string; rows: Row[] }[];
}

/** The manifest's own schema is wider than any type read off this one file. */
const manifest = json as unknown as { modules: { declarations: Record<string, unknown>[] }[] };

type Item = { name?: string; description?: string; type?: { text: string }; default?: string };

/** What the manifest says about an element. */
export function docsOf(tag: string): ElementDocs {
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const element = declarations.find(({ tagName }) => tagName === tag) ?? {};
  const rows = (key: string): Row[] =>
    ((element[key] ?? []) as Item[]).map(({ name = '', description = '', type, default: value }) => ({
      name,
      note: [description, key === 'attributes' ? type?.text : undefined, value].filter(Boolean).join(' — '),
    }));
  return {
    summary: typeof element['summary'] === 'string' ? element['summary'] : '',
    tables: [
      { title: 'Attributes', rows: rows('attributes') },
      { title: 'Events', rows: rows('events') },
      { title: 'Slots', rows: rows('slots') },
      { title: 'Parts', rows: rows('cssParts') },
      { title: 'Tokens', rows: rows('cssProperties') },
    ].filter((table) => table.rows.length > 0),
  };
}
