/** Where to go after signing in: only ever a page of the office. */
export const insideAdmin = (path: string | null): string =>
  path && /^\/admin(\/|\?|$)/.test(path) ? path : '/admin'
