export type VisitTime = 'now' | 'coming' | 'earlier'

type Given = { status: string; serviceDate: string; endsAt: string }

const ahead = ['booked', 'checkedIn', 'inSession']

/**
 * Where a visit stands for the one it belongs to. One that began today is on until it is ended, whatever its
 * hour was; one that nobody ended on its day is over. `now` is an instant, `today` its day in the practice.
 */
export const visitTime = (
  { status, serviceDate, endsAt }: Given,
  { now, today }: { now: string; today: string },
): VisitTime => {
  if (status === 'inSession' && serviceDate === today) return 'now'
  return ahead.includes(status) && endsAt > now ? 'coming' : 'earlier'
}
