import type { Random } from '../random'
import type { Condition } from './conditions'

/** What a patient writes before the first session. */
export const historyTexts = (condition: Condition, random: Random): Record<string, string> => ({
  historyConcerns: condition.message,
  historyGoals: condition.goal,
  historyStrengths: random.pick([
    'Music, my dog, and two friends who call.',
    'I am stubborn in a good way. Running used to help.',
    'Cooking for others. My sister.',
  ]),
  historyPastCare: random.pick([
    'Six sessions in college, they helped.',
    'Never before.',
    'A counselor at work last year, three times.',
  ]),
  historyMedical: random.pick([
    'Nothing serious.',
    'Thyroid, under control.',
    'A knee operation in 2019.',
  ]),
  historyMedications: random.pick([
    'None.',
    'Levothyroxine 50 mcg, my family doctor.',
    'Ibuprofen now and then.',
  ]),
  historyAllergies: random.pick(['None known.', 'Penicillin.', 'Birch pollen.']),
  historyFamily: random.pick([
    'My mother had depression.',
    'Nothing that I know of.',
    'Worriers on my father’s side.',
  ]),
  historySubstances: random.pick([
    'Two coffees a day, wine on weekends.',
    'No alcohol, one coffee.',
    'A beer after work, most days.',
  ]),
  historySocial: random.pick([
    'Live with my partner, work in an office.',
    'Live alone, teach at a school.',
    'Two children, part-time job, good neighbors.',
  ]),
})

/** The clinician's part of the first assessment, complete for a signature. */
export const assessmentTexts = (condition: Condition): Record<string, string> => ({
  presentingProblem: `"${condition.message}" ${condition.concern}.`,
  symptoms: condition.symptoms.join('\n'),
  symptomOnset: condition.duration,
  symptomDuration: condition.duration,
  symptomFrequency: 'Most days',
  symptomSeverity: 'Moderate; work is done with effort, evenings are lost',
  riskFormulation:
    'No thoughts of harm now or before, reasons for living named without prompting, no access to firearms. Protective: relations, plans for the summer.',
  riskDisposition: 'Told about 988 and our hours; asked again at every session.',
  formulation: condition.formulation,
  diagnosisRationale: `Course, number and weight of the symptoms meet ${condition.description.toLowerCase()}; medical causes and substances were asked about.`,
  levelOfCare: 'Outpatient, weekly',
  medicalNecessity:
    'Symptoms limit work and family life and have not eased by themselves; weekly psychotherapy is expected to improve both.',
  initialPlan: 'Weekly sessions, written plan by the third session, first exercise agreed on.',
  recommendedFrequency: 'Weekly',
  concerns: condition.concern,
  clientGoals: condition.goal,
  strengths: 'Keeps appointments, observes well, has people to count on',
  recommendedService: 'Individual psychotherapy',
  recommendedSchedule: '50 minutes weekly for twelve weeks, then every other week',
  mseAppearance: 'appropriate',
  mseBehavior: 'cooperative',
  mseSpeech: 'normal',
  mseMood: condition.measureId === 'GAD-7' ? 'anxious' : 'depressed',
  mseAffect: 'restricted',
  mseThoughtProcess: 'linear',
  msePerception: 'none',
  mseOrientation: 'full',
  mseAttention: 'intact',
  mseMemory: 'intact',
  mseKnowledge: 'asExpected',
  mseInsight: 'good',
  mseJudgment: 'good',
  riskIdeation: 'denied',
  riskAcute: 'low',
  riskChronic: 'low',
  reviews:
    'identification:none psychiatricHistory:none previousTreatment:reviewed substanceUse:reviewed medicalHistory:reviewed medications:reviewed allergies:reviewed physicalFindings:deferred familyHistory:reviewed trauma:deferred socialHistory:reviewed developmental:none functioning:none',
})

/** The texts of one session's note. */
export const noteTexts = (condition: Condition, random: Random): Record<string, string> => ({
  reported: random.pick(condition.said),
  observed: random.pick([
    'On time, attentive, calmer than at the last visit.',
    'Tired, warm in contact, speech normal.',
    'Engaged, some tears, steadied quickly.',
    'Alert, more humor than before.',
  ]),
  intervention: random.pick(condition.done),
  response: random.pick(condition.answered),
  assessment: random.pick([
    'Moves toward the objective; symptoms still limit evenings, so weekly sessions go on.',
    'Slow, steady progress. Weekly sessions remain needed to keep it.',
    'A harder week without a step back. The plan stands.',
  ]),
  plan: 'Continue as planned; next session is booked.',
  homework: random.pick(condition.next),
  riskStatus: 'denied',
})

export const triageAnswers = (random: Random): Record<string, string> => ({
  urgency: random.pick(['flexible', 'weeks']),
  suicidalThoughts: 'none',
  homicidalThoughts: 'none',
  recentAttempt: 'no',
  violenceAtHome: 'no',
  psychosis: 'no',
  impairment: random.pick(['little', 'some']),
  supports: random.pick(['several', 'one']),
  substance: 'none',
  medical: random.pick(['none', 'stable']),
  format: 'either',
  timeOfDay: random.pick(['morning', 'any']),
})
