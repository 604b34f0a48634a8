'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { callApi } from '../actions/callApi'

type Props = { patient: string; measures: readonly { value: string; label: string }[] }

/** Asks the patient to fill in a questionnaire. */
export const AssignMeasure = ({ patient, measures }: Props) => {
  const router = useRouter()
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const measureId = String(new FormData(event.currentTarget).get('measureId'))
    const answer = await callApi('/api/measure-responses', { body: { patient, measureId } })
    if (!answer.ok) {
      toast.error(answer.findings.map(({ message }) => message).join(' '))
      return
    }
    toast.success(`${measureId} is assigned. It waits in the portal.`)
    router.refresh()
  }
  return (
    <form className="ops-row" method="post" onSubmit={submit}>
      <label htmlFor="assign-measure">Questionnaire</label>
      <select className="ops-input ops-input--inline" id="assign-measure" name="measureId">
        {measures.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button className="ops-button" type="submit">
        Assign
      </button>
    </form>
  )
}
