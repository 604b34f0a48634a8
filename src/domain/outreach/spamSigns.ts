export type FormText = {
  /** The field that people do not see. */
  trap: string
  name: string
  email: string
  message: string
}

type Sign = { id: string; shows: (text: FormText) => boolean }

const address =
  /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|net|org|io|ru|cn|xyz|top|shop|biz|info)\b(?!@)/gi
const markup = /<\s*a\s|\[url[=\]]|\[link[=\]]|<\s*script/i
const throwaway =
  /@(?:mailinator|guerrillamail|10minutemail|tempmail|temp-mail|yopmail|trashmail|sharklasers|getnada|maildrop|dispostable)\./i
const sales =
  /\b(?:seo (?:services?|ranking)|backlinks?|guest post|crypto (?:invest|trading)|casino|web ?site traffic|rank (?:higher|#?1)|viagra|payday loans?)\b/i

const mostLinks = 2

const linksIn = (text: string): number => text.match(address)?.length ?? 0

const signs: readonly Sign[] = [
  { id: 'trap', shows: ({ trap }) => trap.trim() !== '' },
  { id: 'links', shows: ({ message }) => linksIn(message) > mostLinks },
  { id: 'link-in-name', shows: ({ name }) => linksIn(name) > 0 },
  { id: 'markup', shows: ({ name, message }) => markup.test(name) || markup.test(message) },
  { id: 'throwaway-address', shows: ({ email }) => throwaway.test(email) },
  { id: 'sales', shows: ({ message }) => sales.test(message) },
]

/**
 * What in a form looks like it was not written by somebody who asks for help. Such a form is kept and
 * marked, never dropped: a person in need may have been caught. Answers the ids of the signs.
 */
export const spamSigns = (text: FormText): string[] =>
  signs.filter((sign) => sign.shows(text)).map((sign) => sign.id)
