import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { isCalendarDate } from '../calendarDate'
import { normalizeEmail } from '../intake/duplicates'
import { foldText } from '../intake/searchText'
import { parseMoney } from '../money'
import { isZone } from '../scheduling/zonedTime'
import { stateCode } from './states'

export type CellValue = string | number | boolean | null

export type ReadCell = { value: CellValue } | { problem: string }

export type CellType =
  | { is: 'text'; most: number }
  | { is: 'day' }
  | { is: 'time' }
  | { is: 'zone' }
  | { is: 'phone' }
  | { is: 'email' }
  | { is: 'state' }
  | { is: 'zip' }
  | { is: 'yesNo' }
  | { is: 'money' }
  | { is: 'minutes' }
  /** Code of the product by the words that people write for it. */
  | { is: 'choice'; words: Readonly<Record<string, readonly string[]>> }

const quoted = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`

const pad = (text: string | number): string => String(text).padStart(2, '0')

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/
const american = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 0?0:00(?::00)?)?$/
const shortYear = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/

const dayIn = (text: string): ReadCell => {
  if (shortYear.test(text))
    return { problem: `${quoted(text)} has a year of two digits. Write all four, as in 4/14/1988.` }
  const [, year, month, day] = iso.exec(text) ?? []
  const [, otherMonth, otherDay, otherYear] = american.exec(text) ?? []
  const date = year
    ? `${year}-${pad(month ?? '')}-${pad(day ?? '')}`
    : otherYear
      ? `${otherYear}-${pad(otherMonth ?? '')}-${pad(otherDay ?? '')}`
      : ''
  if (!date) return { problem: `${quoted(text)} is no date. Write it as 1988-04-14 or 4/14/1988.` }
  if (isCalendarDate(date)) return { value: date }
  return {
    problem: `${quoted(text)} is a date that does not exist. Dates are read as year-month-day or month/day/year.`,
  }
}

const timeIn = (text: string): ReadCell => {
  const [, hour, minute = '00', half] =
    /^(\d{1,2})(?::(\d{2}))?(?::00)?\s*([ap])?\.?m?\.?$/i.exec(text) ?? []
  const number = Number(hour)
  const isHalf = half !== undefined
  const isTime =
    hour !== undefined &&
    Number(minute) < 60 &&
    (isHalf ? number >= 1 && number <= 12 : number <= 23 && text.includes(':'))
  if (!isTime) return { problem: `${quoted(text)} is no time. Write it as 14:30 or 2:30 PM.` }
  const of24 = isHalf ? (number % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : number
  return { value: `${pad(of24)}:${minute}` }
}

const phoneIn = (text: string): ReadCell =>
  parsePhoneNumberFromString(text, 'US')?.isPossible()
    ? { value: text }
    : {
        problem: `${quoted(text)} is no phone number. Write ten digits, as in (503) 555-0142, or begin with + and the country.`,
      }

const zipIn = (text: string): ReadCell => {
  if (/^\d{5}(-?\d{4})?$/.test(text)) return { value: text }
  const lost = /^\d{3,4}$/.test(text)
    ? ' Spreadsheets drop zeros at the beginning: format the column as text.'
    : ''
  return { problem: `${quoted(text)} is no ZIP code of five or nine digits.${lost}` }
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'on'])
const no = new Set(['no', 'n', 'false', '0', 'off'])

const yesNoIn = (text: string): ReadCell => {
  const word = foldText(text)
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { problem: `${quoted(text)} is neither yes nor no.` }
}

const choiceIn = (text: string, words: Readonly<Record<string, readonly string[]>>): ReadCell => {
  const word = foldText(text)
  const found = Object.entries(words).find(
    ([code, others]) => foldText(code) === word || others.some((each) => foldText(each) === word),
  )
  if (found) return { value: found[0] }
  const known = Object.entries(words).map(([code, [first]]) => first ?? code)
  return { problem: `${quoted(text)} is not known here. Use one of: ${known.join(', ')}.` }
}

const moneyIn = (text: string): ReadCell => {
  const amount = parseMoney(text)
  if (!amount.ok) return { problem: amount.message }
  return amount.cents < 0
    ? { problem: `${quoted(text)} is less than nothing. Write an amount such as 20.00.` }
    : { value: amount.cents }
}

const minutesIn = (text: string): ReadCell => {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return number >= 10 && number <= 240
    ? { value: number }
    : { problem: `${quoted(text)} is not a number of minutes from 10 to 240.` }
}

const readers: { [Is in CellType['is']]: (text: string, type: CellType & { is: Is }) => ReadCell } =
  {
    text: (text, { most }) =>
      text.length <= most
        ? { value: text }
        : { problem: `This is longer than ${most} characters. Shorten it.` },
    day: dayIn,
    time: timeIn,
    zone: (text) =>
      isZone(text)
        ? { value: text }
        : {
            problem: `${quoted(text)} is no time zone. Write its name, such as America/Los_Angeles.`,
          },
    phone: phoneIn,
    email: (text) =>
      normalizeEmail(text)
        ? { value: text }
        : { problem: `${quoted(text)} is no e-mail address. Write it as name@example.com.` },
    state: (text) => {
      const code = stateCode(text)
      return code
        ? { value: code }
        : { problem: `${quoted(text)} is no state. Write its two letters, such as OR.` }
    },
    zip: zipIn,
    yesNo: yesNoIn,
    money: moneyIn,
    minutes: minutesIn,
    choice: (text, { words }) => choiceIn(text, words),
  }

/** One cell as a value of the product, or the sentence that says what is wrong with it. */
export const readCell = (type: CellType, text: string): ReadCell => {
  const reader = readers[type.is] as (text: string, type: CellType) => ReadCell // the reader of this type
  return reader(text, type)
}
