export type PsychotherapyFinding = {
  ruleId: 'R57'
  kind: 'time' | 'diagnosis'
  /** The words that gave rise to the finding, and where they begin. */
  found: string
  index: number
  message: string
}

/** R57, in the words of the author who is warned. */
export const PSYCHOTHERAPY_NOTE_MESSAGE =
  'Only you can see this. Do not put times or diagnosis here.'

const MESSAGES: Record<PsychotherapyFinding['kind'], string> = {
  time: 'Do not put times or diagnosis here. Session times belong in the progress note.',
  diagnosis: 'Do not put times or diagnosis here. The diagnosis belongs in the progress note.',
}

/**
 * Warns about session times and diagnoses in a psychotherapy note: 45 CFR 164.501 keeps start and
 * stop times and any summary of the diagnosis out of that class, so they lose its protection or void
 * it. Findings are hints, never a refusal. Sorted by place.
 *
 * Bare codes without a dot are looked for only in the chapters that therapists use (F and Z), so that
 * "B12" stays a vitamin.
 */
export const psychotherapyFindings = (text: string): PsychotherapyFinding[] => {
  const findings = PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(
      (match): PsychotherapyFinding => ({
        ruleId: 'R57',
        kind,
        found: match[0],
        index: match.index,
        message: MESSAGES[kind],
      }),
    ),
  ).sort((a, b) => a.index - b.index || b.found.length - a.found.length)
  return findings.filter(
    (finding, place) => !isInside({ finding, earlier: findings.slice(0, place) }),
  )
}

const PATTERNS: { kind: PsychotherapyFinding['kind']; pattern: RegExp }[] = [
  { kind: 'time', pattern: /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\s?(?:[ap]\.?m\b\.?)?(?!\d)/gi },
  { kind: 'time', pattern: /\b(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?/gi },
  { kind: 'time', pattern: /\b(?:start|stop|end|begin|finish)(?:ing)?[ -]time\b/gi },
  {
    kind: 'time',
    pattern: /\bsession\s+(?:started|began|ended|stopped|ran|lasted)\s+(?:at|from|until|for)\b/gi,
  },
  { kind: 'time', pattern: /\b\d{1,3}[ -]?min(?:ute)?s?\b[ -]?(?:session|hour)/gi },
  { kind: 'diagnosis', pattern: /\b[A-TV-Z]\d[0-9AB]\.[0-9A-TV-Z]{1,4}\b/g },
  { kind: 'diagnosis', pattern: /\b[FZ]\d{2}\b(?!\.\d)/g },
  {
    kind: 'diagnosis',
    pattern:
      /\b(?:diagnos(?:is|es|ed|tic)|dx|DSM(?:-(?:5|IV)(?:-TR)?)?|ICD(?:-1[01])?(?:-CM)?)\b/gi,
  },
]

const isInside = ({
  finding,
  earlier,
}: {
  finding: PsychotherapyFinding
  earlier: PsychotherapyFinding[]
}): boolean =>
  earlier.some(
    ({ kind, index, found }) => kind === finding.kind && finding.index < index + found.length,
  )
