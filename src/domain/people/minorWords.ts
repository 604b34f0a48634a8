import { formatDate } from '../calendarDate'
import { comesOfAgeOn } from './majority'
import type { MinorConsentAnswer } from './minorConsent'

/** What a minor may decide alone today, in sentences for the people who ask (R12). */
export const minorConsentWords = (
  answer: MinorConsentAnswer,
  { name, state }: { name: string; state: string },
): string => {
  if (!answer.isPossible) {
    const { law, problem } = answer
    const sentences = {
      noBirthDate: `The date of birth of ${name} is not known, and the law counts years.`,
      noState: `It depends on the state where ${name} lives, which is not known.`,
      noLaw: `No rule is on file for ${state}. Ask counsel before ${name} consents to anything alone.`,
      adult: `${name} is of age and decides alone.`,
      notAllowed: `In ${law?.stateName} a parent consents (${law?.citation}).`,
      tooYoung: `In ${law?.stateName} one consents alone from ${law?.minimumAge} (${law?.citation}).`,
    } as const
    return sentences[problem]
  }
  const { isLimited, law } = answer
  const conditions = [
    law.needsMaturity ? 'when found mature enough' : '',
    isLimited
      ? `for ${law.sessionLimit} meetings of up to ${law.sessionMinutes} minutes before a parent has to consent`
      : '',
  ].filter(Boolean)
  const how = conditions.length ? `, ${conditions.join(', ')}` : ''
  return `In ${law.stateName} ${name} may consent to counseling alone from ${law.minimumAge}${how} (${law.citation}).`
}

/** "Access of parents ends on May 10, 2029, when Maya turns 18." */
export const childhoodEndWords = ({
  birthDate,
  state,
  name,
}: {
  birthDate: string
  state: unknown
  name: string
}): string => {
  const on = comesOfAgeOn({ birthDate, state })
  const age = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return `Access of parents ends by itself on ${formatDate(on)}, when ${name} turns ${age}.`
}
