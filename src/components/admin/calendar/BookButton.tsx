'use client'
import { useState } from 'react'
import type { OfferedAction } from '../actions/types'
import { BookDialog } from './BookDialog'
import type { CalendarData } from './dayData'

type Props = {
  action: OfferedAction
  data: CalendarData
  date: string
  patient?: string
  clinician?: string
  label?: string
}

/** Books an appointment; day and place are filled in already. */
export const BookButton = ({ action, data, date, patient, clinician, label }: Props) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        className="ops-button ops-button--primary"
        onClick={() => setOpen(true)}
        type="button"
      >
        {label ?? 'Book'}
      </button>
      {isOpen ? (
        <BookDialog
          action={action}
          clinician={clinician}
          data={data}
          date={date}
          onClose={() => setOpen(false)}
          patient={patient}
        />
      ) : null}
    </>
  )
}
