import type { Measure, MeasureBand, MeasureItem, MeasureOption } from '@/src/domain/measures/types'

/** Answer list LL358-3. The zero option is "Not at all" (Zorowitz 2021, Lancet Psychiatry 8:180). */
const FREQUENCY: MeasureOption[] = [
  { value: 0, label: 'Not at all', loincAnswer: 'LA6568-5' },
  { value: 1, label: 'Several days', loincAnswer: 'LA6569-3' },
  { value: 2, label: 'More than half the days', loincAnswer: 'LA6570-1' },
  { value: 3, label: 'Nearly every day', loincAnswer: 'LA6571-9' },
]

/** Answer list LL359-1. */
const DIFFICULTY: MeasureOption[] = [
  { value: 0, label: 'Not difficult at all', loincAnswer: 'LA6572-7' },
  { value: 1, label: 'Somewhat difficult', loincAnswer: 'LA6573-5' },
  { value: 2, label: 'Very difficult', loincAnswer: 'LA6574-3' },
  { value: 3, label: 'Extremely difficult', loincAnswer: 'LA6575-0' },
]

type Wording = { text: string; loinc: string }

const PHQ_WORDING: Wording[] = [
  { loinc: '44250-9', text: 'Little interest or pleasure in doing things' },
  { loinc: '44255-8', text: 'Feeling down, depressed, or hopeless' },
  { loinc: '44259-0', text: 'Trouble falling or staying asleep, or sleeping too much' },
  { loinc: '44254-1', text: 'Feeling tired or having little energy' },
  { loinc: '44251-7', text: 'Poor appetite or overeating' },
  {
    loinc: '44258-2',
    text: 'Feeling bad about yourself - or that you are a failure or have let yourself or your family down',
  },
  {
    loinc: '44252-5',
    text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
  },
  {
    loinc: '44253-3',
    text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual',
  },
  {
    loinc: '44260-8',
    text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
  },
]

const GAD_WORDING: Wording[] = [
  { loinc: '69725-0', text: 'Feeling nervous, anxious or on edge' },
  { loinc: '68509-9', text: 'Not being able to stop or control worrying' },
  { loinc: '69733-4', text: 'Worrying too much about different things' },
  { loinc: '69734-2', text: 'Trouble relaxing' },
  { loinc: '69735-9', text: 'Being so restless that it is hard to sit still' },
  { loinc: '69689-8', text: 'Becoming easily annoyed or irritable' },
  { loinc: '69736-7', text: 'Feeling afraid as if something awful might happen' },
]

const itemsFrom = ({ prefix, wording }: { prefix: string; wording: Wording[] }): MeasureItem[] =>
  wording.map(({ loinc, text }, index) => ({
    id: `${prefix}_${index + 1}`,
    number: index + 1,
    text,
    options: FREQUENCY,
    isScored: true,
    loinc,
  }))

const PFIZER: Measure['licence'] = {
  tier: 'A-ship',
  holder: 'Pfizer Inc.',
  notice:
    'Copyright © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.',
  source: 'phqscreeners.com; LOINC',
}

const SHARED = {
  version: '1',
  licence: PFIZER,
  informant: ['self'],
  ageMin: 12,
  recall: '2 weeks',
} satisfies Partial<Measure>

const PHQ_STEM =
  'Over the last 2 weeks, how often have you been bothered by any of the following problems?'
const GAD_STEM =
  'Over the last 2 weeks, how often have you been bothered by the following problems?'

/** Kroenke 2001 for the PHQ-9; the PHQ-8 uses the same steps up to its own maximum. */
const phqBands = (max: number): MeasureBand[] => [
  { from: 0, to: 4, label: 'minimal' },
  { from: 5, to: 9, label: 'mild' },
  { from: 10, to: 14, label: 'moderate' },
  { from: 15, to: 19, label: 'moderately severe' },
  { from: 20, to: max, label: 'severe' },
]

const PHQ_9: Measure = {
  ...SHARED,
  id: 'PHQ-9',
  title: 'Patient Health Questionnaire-9',
  stem: PHQ_STEM,
  items: [
    ...itemsFrom({ prefix: 'phq9', wording: PHQ_WORDING }).map(
      (item): MeasureItem =>
        item.number === 9 ? { ...item, critical: { gte: 1, level: 'urgent' } } : item,
    ),
    {
      id: 'phq9_10',
      number: 10,
      text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
      options: DIFFICULTY,
      isScored: false,
      loinc: '69722-7',
    },
  ],
  score: {
    min: 0,
    max: 27,
    higherIs: 'worse',
    missing: { maxMissing: 2, method: 'prorate-sum' },
    bands: phqBands(27),
    cutoff: { gte: 10, label: 'positive screen', source: 'Kroenke 2001; HEDIS DSF-E' },
    change: {
      reliable: 6,
      mcid: 5,
      responsePct: 50,
      remissionLte: 4,
      caseness: 10,
      source: 'Reliable change: NHS Talking Therapies; MCID: Löwe 2004; caseness: Kroenke 2001',
    },
    loinc: { panel: '44249-1', total: '44261-6' },
  },
  interval: { atIntake: true, everySession: true, minDays: 7 },
}

const PHQ_8: Measure = {
  ...SHARED,
  id: 'PHQ-8',
  title: 'Patient Health Questionnaire-8',
  stem: PHQ_STEM,
  items: itemsFrom({ prefix: 'phq8', wording: PHQ_WORDING.slice(0, 8) }),
  score: {
    min: 0,
    max: 24,
    higherIs: 'worse',
    missing: { maxMissing: 1, method: 'prorate-sum' },
    bands: phqBands(24),
    cutoff: { gte: 10, label: 'positive screen', source: 'Kroenke 2009' },
  },
  interval: { atIntake: false, everySession: false, minDays: 7 },
}

const PHQ_2: Measure = {
  ...SHARED,
  id: 'PHQ-2',
  title: 'Patient Health Questionnaire-2',
  stem: PHQ_STEM,
  items: itemsFrom({ prefix: 'phq2', wording: PHQ_WORDING.slice(0, 2) }),
  score: {
    min: 0,
    max: 6,
    higherIs: 'worse',
    missing: { maxMissing: 0, method: 'none' },
    cutoff: { gte: 3, label: 'positive screen', source: 'HEDIS DSF-E' },
    loinc: { panel: '55757-9', total: '55758-7' },
  },
  interval: { atIntake: false, everySession: false, minDays: 7 },
}

const GAD_7: Measure = {
  ...SHARED,
  id: 'GAD-7',
  title: 'Generalized Anxiety Disorder-7',
  stem: GAD_STEM,
  items: itemsFrom({ prefix: 'gad7', wording: GAD_WORDING }),
  score: {
    min: 0,
    max: 21,
    higherIs: 'worse',
    missing: { maxMissing: 2, method: 'prorate-sum' },
    bands: [
      { from: 0, to: 4, label: 'minimal' },
      { from: 5, to: 9, label: 'mild' },
      { from: 10, to: 14, label: 'moderate' },
      { from: 15, to: 21, label: 'severe' },
    ],
    cutoff: { gte: 10, label: 'positive screen', source: 'Spitzer 2006' },
    change: {
      reliable: 4,
      mcid: 4,
      responsePct: 50,
      remissionLte: 4,
      caseness: 8,
      source: 'Reliable change and caseness: NHS Talking Therapies; MCID: Toussaint 2020',
    },
    loinc: { panel: '69737-5', total: '70274-6' },
  },
  interval: { atIntake: true, everySession: true, minDays: 7 },
}

/** Screens only: no bands, since none were published (and no LOINC total that we could verify). */
const GAD_2: Measure = {
  ...SHARED,
  id: 'GAD-2',
  title: 'Generalized Anxiety Disorder-2',
  stem: GAD_STEM,
  items: itemsFrom({ prefix: 'gad2', wording: GAD_WORDING.slice(0, 2) }),
  score: {
    min: 0,
    max: 6,
    higherIs: 'worse',
    missing: { maxMissing: 0, method: 'none' },
    cutoff: { gte: 3, label: 'positive screen', source: 'Kroenke 2007' },
  },
  interval: { atIntake: false, everySession: false, minDays: 7 },
}

/** Every instrument whose wording ships with the product. */
export const MEASURES: readonly Measure[] = [PHQ_9, PHQ_8, PHQ_2, GAD_7, GAD_2]

/** `PHQ-9@1`: what is stored beside answers and scores, so that none is rescored by a later version. */
export const measureKey = (measure: Measure): string => `${measure.id}@${measure.version}`

/** The definition with this id (`PHQ-9`) or key (`PHQ-9@1`); `null` when there is none. */
export const findMeasure = (idOrKey: string): Measure | null =>
  MEASURES.find((measure) => measure.id === idOrKey || measureKey(measure) === idOrKey) ?? null
