'use client'
import { RISK_IDEATION } from '@/src/domain/records/intakeSections'
import { NOTE_FORMATS, type NoteFormat, noteView } from '@/src/domain/records/noteFormats'
import { RecordActions } from '../actions/RecordActions'
import { CodeChecks } from '../editor/CodeChecks'
import { LiveReadiness } from '../editor/LiveReadiness'
import { SaveNote } from '../editor/SaveNote'
import { TechniquePicker } from '../editor/TechniquePicker'
import { TextPart } from '../editor/TextPart'
import { type DraftValues, useDraft } from '../editor/useDraft'
import { Card } from '../ui/Card'
import { Findings } from '../ui/Findings'
import { NoteBeside } from './NoteBeside'
import type { NoteContext } from './readNoteContext'

type Props = {
  id: string
  rev: number
  kind: string
  day: string
  values: DraftValues
  context: NoteContext
  returnComment: string
}

const isFormat = (text: string): text is NoteFormat =>
  NOTE_FORMATS.some((format) => format === text)

// Where on the page a missing thing is written.
const anchorOf = (path: string): string | null => {
  const [owner, name = ''] = path.split('.')
  if (owner !== 'note') return null
  return ['techniqueTags', 'objectiveKeys', 'diagnosisIds', 'riskStatus'].includes(name)
    ? `#${name}`
    : `#part-${name}`
}

const actionsHere = ['sign', 'void'] as const

/** Two columns: the note, and what one needs while writing it. Saves itself; signing asks the rules. */
export const NoteEditor = ({
  id,
  rev: firstRev,
  kind,
  day,
  values: first,
  context,
  returnComment,
}: Props) => {
  const draft = useDraft({ slug: 'progress-notes', id, rev: firstRev, values: first })
  const { values, set, rev, state, flush } = draft
  const format = isFormat(values['format'] ?? '') ? (values['format'] as NoteFormat) : 'DAP' // just checked
  return (
    <div className="ops-columns ops-columns--editor">
      <Card
        aside={
          <label className="ops-row">
            Shown as
            <select
              className="ops-input ops-input--inline"
              onChange={(event) => set('format', event.target.value)}
              value={format}
            >
              {NOTE_FORMATS.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        }
        title={kind === 'contact' ? `Contact on ${day}` : `Session on ${day}`}
      >
        {returnComment ? (
          <Findings
            findings={[{ message: returnComment }]}
            title="Your supervisor sent it back"
            tone="info"
          />
        ) : null}
        <SaveNote state={state} />
        <div className="ops-form">
          {noteView({ format, note: values }).map((section) => (
            <section aria-label={section.title} className="ops-form" key={section.key}>
              <h3 className="ops-note-section">{section.title}</h3>
              {section.parts.map(({ field, label }) => (
                <TextPart
                  key={field}
                  label={label}
                  name={field}
                  onChange={(value) => set(field, value)}
                  value={values[field] ?? ''}
                />
              ))}
            </section>
          ))}
          <fieldset className="ops-fieldset" id="riskStatus">
            <legend>Risk</legend>
            <div className="ops-choices">
              {RISK_IDEATION.map((option) => (
                <label key={option.value}>
                  <input
                    checked={values['riskStatus'] === option.value}
                    name="riskStatus"
                    onChange={() => set('riskStatus', option.value)}
                    type="radio"
                  />
                  {option.label}
                </label>
              ))}
            </div>
            <TextPart
              label="About risk, for the team"
              name="riskLine"
              onChange={(value) => set('riskLine', value)}
              rows={2}
              value={values['riskLine'] ?? ''}
            />
          </fieldset>
        </div>
      </Card>
      <div className="ops-stack ops-sticky">
        <Card title="Before signing">
          <LiveReadiness anchorOf={anchorOf} id={id} rev={rev} slug="progress-notes" />
          <div className="ops-row">
            <RecordActions
              before={flush}
              id={id}
              only={actionsHere}
              rev={rev}
              slug="progress-notes"
            />
          </div>
        </Card>
        <CodeChecks
          empty="No plan is in force: no objective is needed until it is due."
          id="objectiveKeys"
          legend="Objectives worked on"
          onChange={(value) => set('objectiveKeys', value)}
          options={context.objectives}
          value={values['objectiveKeys'] ?? ''}
        />
        <CodeChecks
          empty="No diagnosis is on record. Add one in the chart first."
          id="diagnosisIds"
          legend="Diagnoses addressed"
          onChange={(value) => set('diagnosisIds', value)}
          options={context.diagnoses}
          value={values['diagnosisIds'] ?? ''}
        />
        <TechniquePicker
          id="techniqueTags"
          onChange={(value) => set('techniqueTags', value)}
          value={values['techniqueTags'] ?? ''}
        />
        <NoteBeside context={context} />
      </div>
    </div>
  )
}
