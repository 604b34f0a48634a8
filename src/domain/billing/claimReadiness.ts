import type {
  ClaimReadinessLine,
  ClaimReadinessSnapshot,
  ReadinessFinding,
} from '@/src/domain/billing/claimReadinessTypes'
import { isValidNpi } from '@/src/domain/billing/npi'
import { placeOfServiceFindings } from '@/src/domain/billing/placeOfService'
import { minutesFitCode } from '@/src/domain/billing/sessionMinutes'
import { filingWindow } from '@/src/domain/billing/timelyFiling'
import { formatDate, isWithin } from '@/src/domain/calendarDate'
import { countOf } from '@/src/domain/countOf'

/**
 * The list beside a claim before it is sent: every check with its sentence, good or bad (rules.md
 * R71, R74, R76, R78). Ready only when nothing is bad; a filing alarm alone does not hold it back.
 */
export const claimReadiness = (
  snapshot: ClaimReadinessSnapshot,
): { ready: boolean; findings: ReadinessFinding[] } => {
  const findings = [
    ...(snapshot.lines.length === 0 ? [NO_LINES] : []),
    ...snapshot.lines.flatMap((line, index) =>
      lineFindings({ snapshot, line, path: `lines[${index}]` }),
    ),
    diagnosisFinding(snapshot),
    coverageFinding(snapshot),
    enrollmentFinding(snapshot),
    ...providerFindings(snapshot),
    ...(snapshot.payer.needsActivePlan ? [planFinding(snapshot)] : []),
    filingFinding(snapshot),
  ]
  return { ready: findings.every((finding) => finding.ok), findings }
}

type Check = Omit<ReadinessFinding, 'message'> & { good: string; bad: string }
type LineInput = { snapshot: ClaimReadinessSnapshot; line: ClaimReadinessLine; path: string }

const check = ({ good, bad, ...finding }: Check): ReadinessFinding => ({
  ...finding,
  message: finding.ok ? good : bad,
})

const NO_LINES: ReadinessFinding = {
  ok: false,
  ruleId: 'R71',
  path: 'lines',
  message: 'The claim has no services. Add the charges of the session.',
  fix: { label: 'Add charges', target: 'claim' },
}

const lineFindings = (input: LineInput): ReadinessFinding[] => [
  noteFinding(input),
  ...(input.snapshot.payer.needsAuthorization || input.line.authorization
    ? [authorizationFinding(input)]
    : []),
  minutesFinding(input),
  ...placeFindings(input),
]

const noteFinding = ({ line: { note, serviceDate }, path }: LineInput): ReadinessFinding => {
  const day = formatDate(serviceDate)
  const isCoSigned = !note?.needsCoSignature || note.isCoSigned
  const problem = !note
    ? `There is no note for ${day}.`
    : note.isSigned
      ? `The note of ${day} waits for the supervisor's co-signature.`
      : `The note of ${day} is not signed.`
  return check({
    ok: Boolean(note?.isSigned && isCoSigned),
    ruleId: 'R71',
    path: `${path}.note`,
    good: `The note of ${day} is signed${note?.needsCoSignature ? ' and co-signed' : ''}.`,
    bad: problem,
    fix: { label: note ? 'Open the note' : 'Write the note', target: 'note' },
  })
}

const authorizationFinding = ({ line, path, snapshot }: LineInput): ReadinessFinding => {
  const { authorization, serviceDate, units } = line
  const at = {
    ruleId: 'R71',
    path: `${path}.authorization`,
    fix: { label: 'Open authorizations', target: 'authorization' },
  } as const
  if (!authorization) {
    return {
      ...at,
      ok: false,
      message: `${snapshot.payer.name} needs an authorization for ${line.code}, and none is linked.`,
    }
  }
  const { number, isApproved, unitsLeft } = authorization
  const isInside = isWithin(serviceDate, authorization)
  const problem = !isApproved
    ? `Authorization ${number} is not approved.`
    : isInside
      ? unitsLeft <= 0
        ? `No units left on ${number}.`
        : `${number} has ${countOf(unitsLeft, 'unit')} left, ${units} needed.`
      : `Authorization ${number} does not cover ${formatDate(serviceDate)}.`
  return check({
    ...at,
    ok: isApproved && isInside && unitsLeft >= units,
    good: `Authorization ${number} covers this service, ${countOf(unitsLeft, 'unit')} left.`,
    bad: problem,
  })
}

const minutesFinding = ({ line, path }: LineInput): ReadinessFinding => {
  const finding = minutesFitCode({ code: line.code, minutes: line.minutes ?? 0 })
  return check({
    ok: finding === null,
    ruleId: 'R74',
    path: `${path}.minutes`,
    good:
      line.minutes === null
        ? `${line.code} does not depend on minutes.`
        : `${line.minutes} minutes fits ${line.code}.`,
    bad: finding?.message ?? '',
    fix: { label: 'Open the session', target: 'session' },
  })
}

const placeFindings = ({ line, path, snapshot }: LineInput): ReadinessFinding[] => {
  const fix = { label: 'Open the session', target: 'session' } as const
  const findings = placeOfServiceFindings({
    ...line,
    payerId: snapshot.payer.id,
    rules: snapshot.payer.telehealthRules,
  })
  if (findings.length === 0) {
    return [
      {
        ok: true,
        ruleId: 'R76',
        path: `${path}.placeOfService`,
        message: `Place of service ${line.placeOfService} and the modifiers agree with the session.`,
        fix,
      },
    ]
  }
  return findings.map((finding) => ({
    ok: false,
    ruleId: 'R76',
    path: `${path}.${finding.path}`,
    message: finding.message,
    fix,
  }))
}

const diagnosisFinding = ({ diagnoses, lines }: ClaimReadinessSnapshot): ReadinessFinding => {
  const expired = diagnoses.find((diagnosis) =>
    lines.some((line) => !isWithin(line.serviceDate, diagnosis)),
  )
  const day = lines.find((line) => expired && !isWithin(line.serviceDate, expired))?.serviceDate
  return check({
    ok: diagnoses.length > 0 && !expired,
    ruleId: 'R71',
    path: 'diagnoses',
    good: 'The diagnosis is valid on the service date.',
    bad:
      expired && day
        ? `Diagnosis ${expired.code} is not valid on ${formatDate(day)}.`
        : 'The claim has no diagnosis.',
    fix: { label: 'Open diagnoses', target: 'diagnoses' },
  })
}

const coverageFinding = ({ coverage, lines, payer }: ClaimReadinessSnapshot): ReadinessFinding => {
  const outside = lines.find((line) => !coverage || !isWithin(line.serviceDate, coverage))
  const problem = !coverage
    ? `The patient has no policy with ${payer.name}.`
    : outside
      ? `Coverage with ${payer.name} is not active on ${formatDate(outside.serviceDate)}.`
      : 'The policy has no member ID.'
  return check({
    ok: coverage !== null && !outside && coverage.memberId.trim() !== '',
    ruleId: 'R71',
    path: 'coverage',
    good: `Coverage with ${payer.name} is active on the service date.`,
    bad: problem,
    fix: { label: 'Open the policy', target: 'policy' },
  })
}

const enrollmentFinding = ({
  rendering,
  lines,
  payer,
}: ClaimReadinessSnapshot): ReadinessFinding => {
  const outside = lines.find(
    (line) => !rendering.enrollments.some((enrollment) => isWithin(line.serviceDate, enrollment)),
  )
  return check({
    ok: !outside,
    ruleId: 'R71',
    path: 'rendering.enrollments',
    good: `${rendering.name} is enrolled with ${payer.name}.`,
    bad: outside
      ? `${rendering.name} was not enrolled with ${payer.name} on ${formatDate(outside.serviceDate)}.`
      : '',
    fix: { label: 'Open enrollments', target: 'enrollment' },
  })
}

const providerFindings = ({ rendering, billing }: ClaimReadinessSnapshot): ReadinessFinding[] => {
  const practice = {
    ruleId: 'R71',
    fix: { label: 'Open practice settings', target: 'practice' },
  } as const
  return [
    check({
      ok: isValidNpi(rendering.npi),
      ruleId: 'R71',
      path: 'rendering.npi',
      good: `The NPI of ${rendering.name} is valid.`,
      bad: `The NPI of ${rendering.name} is missing or not valid.`,
      fix: { label: 'Open the staff record', target: 'staff' },
    }),
    check({
      ...practice,
      ok: isValidNpi(billing.npi),
      path: 'billing.npi',
      good: "The practice's NPI is valid.",
      bad: "The practice's NPI is missing or not valid.",
    }),
    check({
      ...practice,
      ok: /^[0-9A-Z]{9}X$/.test(billing.taxonomy ?? ''),
      path: 'billing.taxonomy',
      good: "The practice's taxonomy code is set.",
      bad: "The practice's taxonomy code is missing or not ten characters ending in X.",
    }),
    check({
      ...practice,
      ok: /^\d{5}-?(?!0000)\d{4}$/.test(billing.postalCode ?? ''),
      path: 'billing.postalCode',
      good: "The practice's address has its ZIP+4.",
      bad: "The practice's address needs the full ZIP+4.",
    }),
  ]
}

const planFinding = ({ hasActivePlan, payer }: ClaimReadinessSnapshot): ReadinessFinding =>
  check({
    ok: hasActivePlan,
    ruleId: 'R71',
    path: 'hasActivePlan',
    good: 'A treatment plan was active on the service date.',
    bad: `${payer.name} wants an active treatment plan on the service date, and there is none.`,
    fix: { label: 'Open the treatment plan', target: 'plan' },
  })

const filingFinding = (snapshot: ClaimReadinessSnapshot): ReadinessFinding => {
  const { lines, payer, today, hasProofOfTimelyFiling, filingAlarmPercent } = snapshot
  // The oldest service runs out first.
  const oldest = lines.map((line) => line.serviceDate).sort()[0] ?? today
  const filing = filingWindow({
    countsFrom: oldest,
    today,
    limitDays: payer.filingLimitDays,
    payerName: payer.name,
    ...(filingAlarmPercent === undefined ? {} : { alarmPercent: filingAlarmPercent }),
  })
  const isLate = filing.state === 'passed'
  return {
    ok: !isLate || hasProofOfTimelyFiling,
    ruleId: 'R78',
    path: 'lines',
    message:
      isLate && hasProofOfTimelyFiling
        ? 'The filing limit has passed; proof of timely filing is attached.'
        : filing.message,
    fix: isLate
      ? { label: 'Add proof of timely filing', target: 'claim' }
      : { label: 'Open the payer', target: 'payer' },
  }
}
