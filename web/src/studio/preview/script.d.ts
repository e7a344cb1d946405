/** See scripts/script-text.ts. */
declare module "*?script" {
  const code: string;
  export default code;
}
