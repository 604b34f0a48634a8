'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'

const kinds = [
  { value: 'addendum', label: 'Addendum' },
  { value: 'correction', label: 'Correction' },
  { value: 'clarification', label: 'Clarification' },
  { value: 'patientRequest', label: "At the patient's request" },
] as const

/** Adds to a signed note; the addendum is signed like the note. */
export const AddAddendum = ({ note }: { note: string }) => {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [findings, setFindings] = useState<RefusedFinding[]>([])
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const answer = await callApi('/api/addenda', {
      body: { note, kind: form.get('kind'), text: form.get('text') },
    })
    if (!answer.ok) return setFindings(answer.findings)
    setOpen(false)
    setFindings([])
    toast.success('The addendum is written. Sign it to make it part of the record.')
    router.refresh()
  }
  if (!isOpen) {
    return (
      <div>
        <button className="ops-button" onClick={() => setOpen(true)} type="button">
          Add an addendum
        </button>
      </div>
    )
  }
  return (
    <form className="ops-card ops-form" method="post" onSubmit={submit}>
      <h2>Add to this note</h2>
      {findings.length ? (
        <Findings findings={findings} title="The addendum is not saved yet" />
      ) : null}
      <div className="ops-field">
        <label htmlFor="addendum-kind">Kind</label>
        <select className="ops-input" id="addendum-kind" name="kind">
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="ops-field">
        <label htmlFor="addendum-text">Text</label>
        <textarea
          className="ops-input ops-writing"
          id="addendum-text"
          name="text"
          required
          rows={4}
        />
      </div>
      <FormFoot label="Save addendum" onBack={() => setOpen(false)} />
    </form>
  )
}
