/** The address of a database on the same server for another role. Parameters such as `sslmode` are kept. */
export function databaseUrl(
  serverUrl: string,
  { role, password = '', database }: { role: string; password?: string; database: string },
): string {
  const url = new URL(serverUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
