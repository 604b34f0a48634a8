'use client'
import {
  formatReviews,
  PLAN_PARTS,
  parseReviews,
  REQUIRED_PARTS,
  REVIEW_ANSWERS,
  REVIEW_LABELS,
  REVIEWED_PARTS,
  type ReviewAnswer,
  RISK_IDEATION,
  RISK_LEVELS,
} from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS } from '@/src/domain/records/mentalStatus'
import { RecordActions } from '../actions/RecordActions'
import { LiveReadiness } from '../editor/LiveReadiness'
import { SaveNote } from '../editor/SaveNote'
import { TextPart } from '../editor/TextPart'
import { type DraftValues, useDraft } from '../editor/useDraft'
import { Card } from '../ui/Card'
import { Findings } from '../ui/Findings'
import { CodeSelect } from './CodeSelect'

export type HistoryPart = { key: string; label: string; text: string }

type Props = {
  id: string
  patient: string
  rev: number
  values: DraftValues
  history: readonly HistoryPart[]
  returnComment: string
}

const actionsHere = ['sign'] as const

const anchorOf = (path: string): string | null => (path ? `#part-${path.split('.').pop()}` : null)

/** The clinician's part, saved by itself, with the patient's answers and the readiness list beside it. */
export const IntakeEditor = ({
  id,
  patient,
  rev: firstRev,
  values: first,
  history,
  returnComment,
}: Props) => {
  const { values, set, rev, state, flush } = useDraft({
    slug: 'intake-assessments',
    id,
    rev: firstRev,
    values: first,
  })
  const reviews = parseReviews(values['reviews'])
  const review = (key: string, answer: ReviewAnswer): void =>
    set('reviews', formatReviews(new Map([...reviews, [key, answer]])))
  const part = ({ key, label, help }: { key: string; label: string; help?: string }) => (
    <TextPart
      help={help}
      key={key}
      label={label}
      name={key}
      onChange={(value) => set(key, value)}
      rows={2}
      value={values[key] ?? ''}
    />
  )
  return (
    <div className="ops-columns ops-columns--editor">
      <div className="ops-stack">
        {returnComment ? (
          <Findings
            findings={[{ message: returnComment }]}
            title="Your supervisor sent it back"
            tone="info"
          />
        ) : null}
        <SaveNote state={state} />
        <Card title="Presenting problem, formulation, plan">
          <div className="ops-form">{REQUIRED_PARTS.map(part)}</div>
        </Card>
        <Card title="Risk">
          <div className="ops-form">
            <CodeSelect
              label="Thoughts of suicide or harm"
              name="riskIdeation"
              onChange={(value) => set('riskIdeation', value)}
              options={RISK_IDEATION}
              value={values['riskIdeation'] ?? ''}
            />
            <CodeSelect
              label="Acute risk"
              name="riskAcute"
              onChange={(value) => set('riskAcute', value)}
              options={RISK_LEVELS}
              value={values['riskAcute'] ?? ''}
            />
            <CodeSelect
              label="Chronic risk"
              name="riskChronic"
              onChange={(value) => set('riskChronic', value)}
              options={RISK_LEVELS}
              value={values['riskChronic'] ?? ''}
            />
          </div>
        </Card>
        <Card title="Mental status">
          <div className="ops-grid">
            {MENTAL_STATUS.map(({ key, label, codes, isRequired }) => (
              <CodeSelect
                isOptional={!isRequired}
                key={key}
                label={label}
                name={key}
                onChange={(value) => set(key, value)}
                options={codes}
                value={values[key] ?? ''}
              />
            ))}
          </div>
        </Card>
        <Card title="History">
          <p className="ops-muted">A section may stay empty when you say why.</p>
          <div className="ops-form">
            {REVIEWED_PARTS.map(({ key, label, from }) => {
              const said = history.find((each) => each.key === from)
              return (
                <fieldset className="ops-fieldset" id={`part-${key}-review`} key={key}>
                  <legend>{label}</legend>
                  <div className="ops-choices">
                    {REVIEW_ANSWERS.map((answer) => (
                      <label key={answer}>
                        <input
                          checked={reviews.get(key) === answer}
                          name={`review-${key}`}
                          onChange={() => review(key, answer)}
                          type="radio"
                        />
                        {REVIEW_LABELS[answer]}
                      </label>
                    ))}
                  </div>
                  {said ? (
                    <p className="ops-small ops-pre">The patient wrote: {said.text}</p>
                  ) : null}
                  <TextPart
                    label={`${label}, in words`}
                    name={key}
                    onChange={(value) => set(key, value)}
                    rows={2}
                    value={values[key] ?? ''}
                  />
                </fieldset>
              )
            })}
          </div>
        </Card>
        <Card title="What the plan starts from">
          <p className="ops-muted">Signing drafts a treatment plan from these lines.</p>
          <div className="ops-form">{PLAN_PARTS.map(part)}</div>
        </Card>
      </div>
      <div className="ops-stack ops-sticky">
        <Card title="Before signing">
          <LiveReadiness anchorOf={anchorOf} id={id} rev={rev} slug="intake-assessments" />
          <div className="ops-row">
            <RecordActions
              before={flush}
              goTo={`/admin/patient/${patient}?section=plan`}
              id={id}
              only={actionsHere}
              rev={rev}
              slug="intake-assessments"
            />
            <a className="ops-button" href={`/admin/patient/${patient}?section=health`}>
              Diagnoses
            </a>
          </div>
        </Card>
        <Card title="What the patient wrote">
          {history.length === 0 ? <p className="ops-muted">Nothing was handed in yet.</p> : null}
          <dl className="ops-facts">
            {history.map(({ key, label, text }) => (
              <div key={key}>
                <dt>{label}</dt>
                <dd className="ops-pre">{text}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </div>
  )
}
