/** A stylesheet as text; the builds inline it. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
