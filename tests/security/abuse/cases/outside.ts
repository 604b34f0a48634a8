import type { WrittenCases } from './types'

export const injection: WrittenCases = {
  T094: 'The name of a file or an address climbs out of its folder',
  T100: 'Operators of the database hide in a sign-in or a filter',
  T101: 'An object stands where a filter expects a value',
  T102: 'Keys such as __proto__ change all objects',
  T103: 'Statements of the database hide in filters on stored structures',
}

export const content: WrittenCases = {
  T091: 'A cell of an exported table is a formula',
  T092: 'A drawing, page or program is uploaded as a picture or paper',
  T093: 'A file is two things at once, or is not what its name says',
  T095: 'A small file unpacks to something huge',
  T097: 'Script hides in a rich text of the website',
  T098: 'Script hides in the name of a patient',
}

export const network: WrittenCases = {
  T096: 'The server is made to fetch an address of the inner network',
  T099: 'A link to us ends on another site',
  T107: 'Another site makes a signed-in browser act',
  T108: 'Another site puts our pages into a frame',
}

export const availability: WrittenCases = {
  T082: 'Robots flood the form of the website or use it to send mail',
  T088: 'The access log is silenced by filling the disk or crashing its writer',
  T104: 'A pattern takes the server minutes to match',
  T105: 'A request is enormous, very deep or full of conditions',
  T106: 'Whole tables are harvested by high limits and deep questions',
  T110: 'Passwords are tried on many accounts, in one request or from many places',
  T111: 'Wrong passwords lock a clinician out before work begins',
}
