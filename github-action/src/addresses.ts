/** An address without what may be a credential in it: user information, query and fragment. Pure. */
export function bareAddress(address: string): string {
  if (!URL.canParse(address)) return withoutCredentials(address);
  const url = new URL(address);
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** The same of all addresses and paths in a text of somebody else's. */
export function withoutCredentials(text: string): string {
  return text.replace(/(?<=:\/\/)[^\s/"']*@/g, '').replace(/\?[^\s"')]*/g, '');
}
