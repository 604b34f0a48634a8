'use client'
import { useRouter } from 'next/navigation'
import type { CalendarWish } from './wish'

type Named = { id: string; name: string }

type Props = { wish: CalendarWish; clinicians: readonly Named[]; locations: readonly Named[] }

/** Whose calendar and where; takes effect at once. */
export const CalendarFilter = ({ wish, clinicians, locations }: Props) => {
  const router = useRouter()
  const choose = (change: Partial<CalendarWish>): void => {
    const next = { ...wish, ...change }
    router.push(
      `/admin/calendar?${new URLSearchParams(Object.entries(next).filter(([, value]) => value))}`,
    )
  }
  return (
    <>
      <select
        aria-label="Clinician"
        className="ops-input ops-input--inline"
        onChange={(event) => choose({ clinician: event.target.value })}
        value={wish.clinician}
      >
        <option value="">All clinicians</option>
        {clinicians.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {locations.length > 1 ? (
        <select
          aria-label="Location"
          className="ops-input ops-input--inline"
          onChange={(event) => choose({ location: event.target.value })}
          value={wish.location}
        >
          <option value="">All locations</option>
          {locations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
    </>
  )
}
