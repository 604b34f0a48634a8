import { portalLogins } from './logins'
import type { Profile, Quirk } from './profile'
import { firstNames, lastNames } from './words/names'

type Named = Pick<Profile, 'firstName' | 'lastName' | 'sex'>

// Those whose private page anybody may try.
const documentedAs: Readonly<Record<string, { name: string }>> = {
  steady: portalLogins.steady,
  owes: portalLogins.owing,
  shares: portalLogins.sharing,
}

/** The name of the patient at this place of the list; no two share both parts of it. */
export const nameOf = (index: number, quirk: Quirk | null): Named => {
  const documented = documentedAs[quirk ?? '']
  if (documented) {
    const [firstName = '', lastName = ''] = documented.name.split(' ')
    return { firstName, lastName, sex: documented === portalLogins.owing ? 'M' : 'F' }
  }
  // Both lists begin anew after as many names as they have; every time around they meet otherwise.
  const round = Math.floor(index / firstNames.length)
  const [firstName, sex] = firstNames[(index * 7) % firstNames.length] ?? ['Alex', 'F']
  const lastName = lastNames[(index * 5 + 3 + round * 11) % lastNames.length] ?? 'Rivers'
  return { firstName, sex, lastName }
}

const asciiOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase()

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const areas = ['971', '360']

/** How to reach that patient; numbers from the range that is kept free for stories. */
export const reachOf = (
  { firstName, lastName }: Named,
  index: number,
): Pick<Profile, 'email' | 'phone'> => ({
  email: `${asciiOf(firstName)}.${asciiOf(lastName)}@example.com`,
  phone: `(${areas[Math.floor(index / 100)] ?? '458'}) 555-01${twoDigits(index % 100)}`,
})
