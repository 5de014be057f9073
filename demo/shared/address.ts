/** Where the sandbox is: the server of these pages knows, or the file that lies beside them. */
export async function sandboxAddress(): Promise<string> {
  const response = await fetch('/config.json');
  const { apiBase } = (await response.json()) as { apiBase: string };
  return apiBase;
}
