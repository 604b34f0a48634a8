import { spellDay } from '../fields/spellDay'
import { type Row, textIn } from '../page/read'
import { valuesOf } from '../record/formValues'
import { RecordButton } from '../record/RecordButton'
import { StateChip } from '../ui/StateChip'
import { planFields } from './chartFields'
import type { PlanSummary } from './chartSummary'

type Kind = 'problem' | 'goal' | 'objective' | 'intervention'

type Level = { kind: Kind; slug: string; label: string; below: Kind | null }

const levels: Record<Kind, Level> = {
  problem: { kind: 'problem', slug: 'plan-problems', label: 'Problem', below: 'goal' },
  goal: { kind: 'goal', slug: 'plan-goals', label: 'Goal', below: 'objective' },
  objective: {
    kind: 'objective',
    slug: 'plan-objectives',
    label: 'Objective',
    below: 'intervention',
  },
  intervention: { kind: 'intervention', slug: 'plan-interventions', label: 'Method', below: null },
}

const rowsOf = (plan: PlanSummary, kind: Kind, parentKey: string | null): Row[] => {
  const all =
    {
      problem: plan.problems,
      goal: plan.goals,
      objective: plan.objectives,
      intervention: plan.interventions,
    }[kind] ?? []
  return parentKey === null ? all : all.filter((row) => textIn(row, 'parentKey') === parentKey)
}

const targetOf = (row: Row): string => {
  const measured = textIn(row, 'measureId')
    ? `${textIn(row, 'measureId')} from ${textIn(row, 'baselineValue') || '?'} to ${textIn(row, 'targetValue') || '?'}`
    : textIn(row, 'behavior')
  const by = textIn(row, 'targetDate') ? `by ${spellDay(textIn(row, 'targetDate'))}` : ''
  return [measured, by, textIn(row, 'frequency')].filter(Boolean).join(', ')
}

type Props = { plan: PlanSummary; isEditable: boolean }

type BranchProps = Props & { kind: Kind; parentKey: string | null }

const Branch = ({ plan, isEditable, kind, parentKey }: BranchProps) => {
  const { slug, label, below } = levels[kind]
  const rows = rowsOf(plan, kind, parentKey)
  return (
    <>
      {rows.length ? (
        <ul className={`ops-plan ops-plan--${kind}`}>
          {rows.map((row) => (
            <li key={row.id}>
              <div className="ops-row ops-row--between ops-row--top">
                <span>
                  <span className="ops-small ops-muted">{label}</span>
                  <br />
                  {textIn(row, 'text') || 'Not written yet'}
                  {targetOf(row) ? (
                    <span className="ops-small ops-muted"> ({targetOf(row)})</span>
                  ) : null}
                </span>
                <span className="ops-row">
                  {kind === 'objective' && textIn(row, 'status') ? (
                    <StateChip state={textIn(row, 'status')} />
                  ) : null}
                  {isEditable ? (
                    <RecordButton
                      about={`${label.toLowerCase()} ${textIn(row, 'text')}`}
                      fields={planFields[kind]}
                      id={row.id}
                      label="Change"
                      slug={slug}
                      title={label}
                      values={valuesOf(planFields[kind], row)}
                    />
                  ) : null}
                </span>
              </div>
              {below ? (
                <Branch
                  isEditable={isEditable}
                  kind={below}
                  parentKey={textIn(row, 'key')}
                  plan={plan}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {isEditable ? (
        <div className="ops-plan__add">
          <RecordButton
            fields={planFields[kind]}
            label={`Add ${label.toLowerCase()}`}
            preset={{ plan: plan.id, ...(parentKey ? { parentKey } : {}) }}
            slug={slug}
            title={label}
            values={{ order: rows.length + 1 }}
          />
        </div>
      ) : null}
    </>
  )
}

/** Problems, their goals, their objectives, and what is done toward each. */
export const PlanTree = ({ plan, isEditable }: Props) => (
  <Branch isEditable={isEditable} kind="problem" parentKey={null} plan={plan} />
)
