/**
 * An address without what may be a credential in it: user information, query and fragment, but also the folders of its path
 * and parameters behind a semicolon, where some mirrors take a token. Pure.
 */
export function bareAddress(address: string): string {
  if (!URL.canParse(address)) return withoutCredentials(address);
  const url = new URL(address);
  return withoutCredentials(`${url.protocol}//${url.host}${url.pathname}`);
}

/** The same of all addresses in a text of somebody else's, and of the queries of its paths. */
export function withoutCredentials(text: string): string {
  return text
    .replace(/(?<=:\/\/)[^\s/"']*@/g, '')
    .replace(/\?[^\s"')]*/g, '')
    .replace(/:\/\/[^\s"')]*/g, (address) => address.replace(/;[^/]*/g, ''))
    .replace(/(?<=:\/\/[^\s/"']*\/)[^\s"')]*\/(?=[^\s/"')]*)/g, '…/');
}
