type Advice = {
  /** What the payer says, after "because". */
  because: string
  next: string
}

const correct = 'Mend it and make a corrected claim.'
const coverage =
  'Check the coverage of that day. Bill the policy that held then; without one, the fee can be passed on to the patient where the payer says so (PR).'

/**
 * What to do about a denial, by its CARC (rules.md R80): missing or wrong data is corrected, a decision is
 * appealed. In our own words; the codes are X12's.
 */
const byCarc: Readonly<Record<string, Advice>> = {
  '4': { because: 'the modifier does not fit the service', next: correct },
  '11': { because: 'the diagnosis does not fit the service', next: correct },
  '16': { because: 'something is missing or wrong on the claim', next: correct },
  '18': {
    because: 'the payer has this claim already',
    next: 'Look for the first answer before you send anything.',
  },
  '22': {
    because: 'another payer comes first',
    next: 'Ask the patient which plan is first, correct the coverage and bill that plan.',
  },
  '26': { because: 'the coverage had not begun', next: coverage },
  '27': { because: 'the coverage had ended', next: coverage },
  '29': {
    because: 'it came too late',
    next: 'Appeal with the proof that it was sent in time; without proof write it off.',
  },
  '31': { because: 'the payer does not know this member', next: coverage },
  '33': { because: 'the plan does not cover this person', next: coverage },
  '50': {
    because: 'the payer finds it not medically necessary',
    next: 'Appeal, with what the clinician releases for it.',
  },
  '96': { because: 'the plan does not cover it', next: 'Appeal, or write it off.' },
  '97': {
    because: 'it counts as part of another service',
    next: 'Correct the modifier where one was missing; otherwise appeal.',
  },
  '109': {
    because: 'another payer is responsible',
    next: 'Correct the coverage and bill that payer.',
  },
  '119': {
    because: 'the benefit is used up',
    next: 'Check the units that were counted, then appeal or write it off.',
  },
  '151': {
    because: 'the payer finds it too often or too much',
    next: 'Appeal, with what the clinician releases for it.',
  },
  '197': {
    because: 'no authorization is on file',
    next: 'Was there one? Add it and make a corrected claim. If not, ask for one afterwards or appeal.',
  },
  '198': {
    because: 'more was billed than was authorized',
    next: 'Ask the payer for more sessions afterwards, or appeal.',
  },
  '204': { because: 'the plan does not cover it', next: 'Appeal, or write it off.' },
}

const unknown = 'Look the code up at the payer, then correct the claim, appeal or write it off.'

const carcOf = (code: string): string => code.split('-').at(-1) ?? ''

/** `codes` as a claim keeps them, such as "CO-197 PR-27": one sentence or two for each. */
export const denialAdvice = (codes: string): string[] =>
  codes
    .split(' ')
    .filter(Boolean)
    .map((code) => {
      const advice = byCarc[carcOf(code)]
      return advice ? `${code}: ${advice.because}. ${advice.next}` : `${code}. ${unknown}`
    })
