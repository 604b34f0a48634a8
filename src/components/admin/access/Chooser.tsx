'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { RelationInput } from '../actions/RelationInput'

type Props = { path: string; person: string; patient: string }

/** Whose access, to whose record; the address holds ids only. */
export const Chooser = ({ path, person, patient }: Props) => {
  const router = useRouter()
  const [chosen, setChosen] = useState({ person, patient })
  const show = (event: FormEvent): void => {
    event.preventDefault()
    router.push(`${path}?${new URLSearchParams(chosen)}`)
  }
  return (
    <form className="ops-form" method="post" onSubmit={show}>
      <div className="ops-field">
        <label htmlFor="who">Who</label>
        <RelationInput
          id="who"
          isRequired
          onChange={(value) => setChosen({ ...chosen, person: value })}
          relationTo="staff"
          value={chosen.person}
        />
      </div>
      <div className="ops-field">
        <label htmlFor="whose">Whose record</label>
        <RelationInput
          id="whose"
          isRequired
          onChange={(value) => setChosen({ ...chosen, patient: value })}
          relationTo="patients"
          value={chosen.patient}
        />
      </div>
      <p>
        <button className="ops-button ops-button--primary" type="submit">
          Show
        </button>
      </p>
    </form>
  )
}
