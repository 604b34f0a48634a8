const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const others = ['daily', 'every day', 'weekdays', 'weekends']

const dayPattern = [
  ...dayNames.flatMap((name) => [`${name}s?`, `${name.slice(0, 3)}\\.?`]),
  'tues\\.?',
  'thurs?\\.?',
  ...others,
].join('|')

const upTo = '\\s*(?:-|–|to|through|until|till)\\s*'
const and = '\\s*(?:,|&|and)\\s*'
const days = `(?:${dayPattern})(?:${upTo}(?:${dayPattern}))?`
const time = '(?:\\d{1,2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?|noon|midnight)'
const span = `${time}${upTo}${time}`

const linePattern = new RegExp(
  `^${days}(?:${and}${days})*\\s*:?\\s+(closed|by appointment|${span}(?:${and}${span})*)$`,
  'i',
)
const spanPattern = new RegExp(`(${time})${upTo}(${time})`, 'gi')

const dayMinutes = 24 * 60

/** Minutes after midnight; null for a time that no clock shows. */
const minutesOf = (text: string): number | null => {
  const plain = text.toLowerCase().replaceAll(/[\s.]/g, '')
  if (plain === 'noon') return dayMinutes / 2
  if (plain === 'midnight') return dayMinutes
  const [, hours = '', minutes = '0', half] = plain.match(/^(\d+)(?::(\d+))?([ap]m)?$/) ?? []
  const [hour, minute] = [Number(hours), Number(minutes)]
  if (minute > 59 || hour > (half ? 12 : 24) || (half && !hour)) return null
  if (!half) return hour * 60 + minute
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute
}

const problemIn = (line: string): string | null => {
  const [, when = ''] = line.match(linePattern) ?? []
  if (!when)
    return 'write days and times, such as "Monday to Friday 8:00 to 18:00", or "Sunday closed".'
  for (const [, from = '', until = ''] of when.matchAll(spanPattern)) {
    const [start, end] = [minutesOf(from), minutesOf(until)]
    if (start === null || end === null || end > dayMinutes) return 'no clock shows this time.'
    if (end <= start)
      return `${until.trim()} is not after ${from.trim()}. Write the afternoon as 17:00 or 5:00 PM.`
  }
  return null
}

/** Why opening hours cannot be read, naming the line; null when each line has days and times. */
export const hoursProblem = (text: string): string | null => {
  const lines = text.split('\n').map((line) => line.trim())
  for (const [index, line] of lines.entries()) {
    const problem = line ? problemIn(line) : null
    if (problem) return `Line ${index + 1}, "${line.slice(0, 60)}": ${problem}`
  }
  return null
}
