import { addDays } from '@/src/domain/calendarDate'
import { at, type Clinic, clockTime, handOf, plusMinutes, type Stage, workday } from '../clinic'
import type { Hand } from '../stage'
import type { Story } from '../timeline'
import { triageAnswers } from '../words/chart'
import { firstNames, lastNames } from '../words/names'

type End =
  | { act: 'decline'; input: Record<string, unknown> }
  | { act: 'close'; input: Record<string, unknown> }
  | { act: 'waitlist'; input: Record<string, unknown> }
  | { act: 'triage' }
  | null

type Asker = {
  name: [first: string, last: string]
  daysAgo: number
  source: Record<string, unknown>
  service: string
  message: string
  end: End
  more?: Record<string, unknown>
}

const search = {
  utmSource: 'google',
  utmMedium: 'cpc',
  utmCampaign: 'anxiety-portland',
  landingPage: '/services/anxiety-therapy',
}
const letter = {
  utmSource: 'newsletter',
  utmMedium: 'email',
  utmCampaign: 'monthly-letter',
  landingPage: '/',
}
const directory = {
  utmSource: 'insurance-directory',
  utmMedium: 'referral',
  utmCampaign: 'plan-directories',
  landingPage: '/therapists',
}

/** People who wrote and are not in care: some were sent elsewhere, some wait, some wrote this week. */
const askers: readonly Asker[] = [
  {
    name: ['Greta', 'Holm'],
    daysAgo: 74,
    source: search,
    service: 'trauma-therapy',
    message: 'I am looking for EMDR on weekends.',
    end: { act: 'decline', input: { reason: 'outsideScope', referredTo: 'Cascade Trauma Center' } },
  },
  {
    name: ['Pascal', 'Aubry'],
    daysAgo: 58,
    source: letter,
    service: 'stress-and-burnout',
    message: 'Do you see people who live in California?',
    end: {
      act: 'decline',
      input: { reason: 'notLicensed', referredTo: 'The California referral line' },
    },
  },
  {
    name: ['Wanda', 'Kessler'],
    daysAgo: 41,
    source: search,
    service: 'anxiety-therapy',
    message: 'Please call me in the evening.',
    end: { act: 'close', input: { reason: 'noAnswer' } },
  },
  {
    name: ['Dmitri', 'Volkov'],
    daysAgo: 33,
    source: directory,
    service: 'depression-therapy',
    message: 'I found somebody near my work meanwhile, thank you.',
    end: { act: 'close', input: { reason: 'foundElsewhere' } },
  },
  {
    name: ['Celeste', 'Moreau'],
    daysAgo: 16,
    source: { referralSource: 'therapist' },
    service: 'trauma-therapy',
    message: 'Only late afternoons work for me. I can wait.',
    end: { act: 'waitlist', input: { estimatedWait: 'About five weeks' } },
  },
  {
    name: ['Ibrahim', 'Saleh'],
    daysAgo: 12,
    source: letter,
    service: 'depression-therapy',
    message: 'I would like to see Dr Brandt and can wait for a time.',
    end: { act: 'waitlist', input: { estimatedWait: 'About three weeks' } },
  },
  {
    name: ['Maren', 'Thorsen'],
    daysAgo: 4,
    source: search,
    service: 'anxiety-therapy',
    message: 'I am afraid of driving since last month and need the car for work.',
    end: { act: 'triage' },
  },
  {
    name: ['Jonah', 'Pike'],
    daysAgo: 3,
    source: directory,
    service: 'stress-and-burnout',
    message: 'My manager suggested that I talk with somebody.',
    end: null,
  },
  {
    name: ['Elliot', 'Bauer'],
    daysAgo: 1,
    source: search,
    service: 'depression-therapy',
    message: 'I was with you in spring. Could I see somebody by video?',
    end: null,
    more: { email: 'elliot.bauer@example.com' },
  },
  {
    name: ['Noor', 'Siddiqui'],
    daysAgo: 1,
    source: letter,
    service: 'anxiety-therapy',
    message: 'Do you take the VA? I worry all the time.',
    end: null,
  },
]

const earlierSources = [search, directory, letter, { referralSource: 'friend' }]

const earlierEnds: readonly End[] = [
  { act: 'close', input: { reason: 'noAnswer' } },
  { act: 'decline', input: { reason: 'outsideScope', referredTo: 'The county’s referral line' } },
  { act: 'close', input: { reason: 'foundElsewhere' } },
  { act: 'decline', input: { reason: 'notLicensed', referredTo: 'The state’s referral line' } },
]

const earlierMessages = [
  'Do you have an evening free? I work until six.',
  'I am looking for somebody for my mother, who lives with me.',
  'My doctor said that I should talk with somebody.',
]

const services = ['anxiety-therapy', 'grief-and-loss', 'depression-therapy', 'sleep-and-exhaustion']

/** Every eleven days of the year before the last quarter somebody wrote who did not stay. */
const earlierAskers = ({ weeks }: Stage): Asker[] =>
  Array.from({ length: Math.max(0, Math.floor((weeks * 7 - 100) / 11)) }, (_, index) => ({
    name: [
      firstNames[(index * 11 + 5) % firstNames.length]?.[0] ?? 'Alex',
      `${lastNames[(index * 13 + 7) % lastNames.length] ?? 'Rivers'}-Stone`,
    ],
    daysAgo: 90 + index * 11,
    source: earlierSources[index % earlierSources.length] ?? search,
    service: services[index % services.length] ?? 'anxiety-therapy',
    message: earlierMessages[index % earlierMessages.length] ?? '',
    end: earlierEnds[index % earlierEnds.length] ?? null,
  }))

const asciiOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '')

const dataOf = (clinic: Clinic, asker: Asker, place: number): Record<string, unknown> => ({
  chosenName: asker.name[0],
  lastName: asker.name[1],
  email: `${asciiOf(asker.name[0])}.${asciiOf(asker.name[1])}@example.com`,
  phone: `(458) 555-01${String(10 + place)}`,
  contactPreference: 'email',
  mayEmail: true,
  state: 'OR',
  service: clinic.services[asker.service],
  format: 'either',
  message: asker.message,
  notEmergency: true,
  ...asker.source,
  ...asker.more,
})

const finish = async (ben: Hand, id: string, end: Exclude<End, null>): Promise<void> => {
  if (end.act === 'triage') return
  await ben.act('inquiries', end.act, { id, input: end.input })
}

async function* oneAsker(
  stage: Stage,
  clinic: Clinic,
  { asker, place }: { asker: Asker; place: number },
): Story {
  const askedOn = addDays(stage.today, -asker.daysAgo)
  const own = stage.random.fork(`asker ${place}`)
  yield at(askedOn, clockTime(own.int(11, 20), own.int(0, 59)))
  const { id } = await stage.cast.visitor.create('inquiries', dataOf(clinic, asker, place))
  if (!asker.end) return
  const answeredAt = at(workday(addDays(askedOn, 1)), clockTime(11, 10 + (place % 40)))
  yield answeredAt
  const ben = handOf(stage, clinic, 'ben')
  await ben.act('inquiries', 'triage', { id, input: triageAnswers(own) })
  yield plusMinutes(answeredAt, 9)
  await finish(ben, id, asker.end)
}

export const boardStories = (stage: Stage, clinic: Clinic): Story[] =>
  [...askers, ...earlierAskers(stage)].map((asker, place) =>
    oneAsker(stage, clinic, { asker, place }),
  )
