const pattern = /^\/portal(?:\/[\w./-]*)?$/

/** Where to go after signing in: a page of the portal, never another site. */
export const safeNext = (given: unknown): string =>
  typeof given === 'string' && pattern.test(given) && !/\/\/|\.\./.test(given) ? given : '/portal'
