export type Technique = { code: string; label: string }
export type TechniqueFamily = { code: string; label: string; techniques: Technique[] }

const family = (
  code: string,
  label: string,
  techniques: Record<string, string>,
): TechniqueFamily => ({
  code,
  label,
  techniques: Object.entries(techniques).map(([key, name]) => ({
    code: `${code}.${key}`,
    label: name,
  })),
})

/** What clinicians tag a session with (R49). Codes are stored; labels may change. */
export const TECHNIQUE_FAMILIES: readonly TechniqueFamily[] = [
  family('cbt', 'Cognitive behavioral therapy', {
    'cognitive-restructuring': 'Cognitive restructuring',
    'behavioral-activation': 'Behavioral activation',
    'behavioral-experiment': 'Behavioral experiment',
    exposure: 'Exposure',
    'response-prevention': 'Response prevention',
    'problem-solving': 'Problem solving',
    'sleep-scheduling': 'Sleep scheduling',
    'relapse-prevention': 'Relapse prevention',
  }),
  family('dbt', 'Dialectical behavior therapy', {
    mindfulness: 'Mindfulness skills',
    'distress-tolerance': 'Distress tolerance skills',
    'emotion-regulation': 'Emotion regulation skills',
    'interpersonal-effectiveness': 'Interpersonal effectiveness skills',
    'chain-analysis': 'Chain analysis',
    'diary-card': 'Diary card review',
  }),
  family('psychodynamic', 'Psychodynamic therapy', {
    interpretation: 'Interpretation',
    clarification: 'Clarification',
    'transference-work': 'Work with transference',
    'defense-analysis': 'Work with defenses',
    'affect-exploration': 'Exploration of affect',
  }),
  family('mi', 'Motivational interviewing', {
    'reflective-listening': 'Reflective listening',
    'decisional-balance': 'Decisional balance',
    'change-talk': 'Eliciting change talk',
    'change-planning': 'Change planning',
    'scaling-questions': 'Importance and confidence scaling',
  }),
  family('emdr', 'EMDR', {
    'history-preparation': 'History and preparation',
    resourcing: 'Resourcing',
    desensitization: 'Desensitization',
    installation: 'Installation',
    'body-scan': 'Body scan and closure',
  }),
  family('act', 'Acceptance and commitment therapy', {
    acceptance: 'Acceptance',
    defusion: 'Cognitive defusion',
    values: 'Values clarification',
    'committed-action': 'Committed action',
    'self-as-context': 'Self as context',
  }),
  family('family', 'Family systems therapy', {
    genogram: 'Genogram',
    reframing: 'Reframing',
    enactment: 'Enactment',
    'boundary-work': 'Work with boundaries',
    'circular-questions': 'Circular questions',
    'communication-training': 'Communication training',
  }),
  family('trauma', 'Trauma-focused therapy', {
    psychoeducation: 'Psychoeducation on trauma',
    grounding: 'Grounding',
    'trauma-narrative': 'Trauma narrative',
    'imaginal-exposure': 'Imaginal exposure',
    'cognitive-processing': 'Cognitive processing of stuck points',
  }),
  family('ipt', 'Interpersonal psychotherapy', {
    'interpersonal-inventory': 'Interpersonal inventory',
    'role-transition': 'Work on role transition',
    'grief-work': 'Grief work',
    'role-play': 'Role play',
  }),
  family('supportive', 'Supportive and general', {
    psychoeducation: 'Psychoeducation',
    validation: 'Validation',
    'skills-practice': 'Skills practice',
    relaxation: 'Relaxation training',
    'measure-review': 'Review of measures',
    'safety-planning': 'Safety planning',
    'care-coordination': 'Care coordination',
  }),
]

const BY_CODE = new Map(
  TECHNIQUE_FAMILIES.flatMap(({ label, techniques }) =>
    techniques.map((technique) => [technique.code, { ...technique, family: label }] as const),
  ),
)

/** The technique with this code and the name of its family; `null` when there is none. */
export const findTechnique = (code: string): (Technique & { family: string }) | null =>
  BY_CODE.get(code) ?? null

/** "Exposure, Validation" for print; unknown codes stay readable as they are. */
export const describeTechniques = (codes: string[]): string =>
  codes.map((code) => findTechnique(code)?.label ?? code).join(', ')
