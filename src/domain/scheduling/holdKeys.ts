import { type InstantLike, toIso, toMs } from '@/src/domain/scheduling/zonedTime'

export type HeldResource = { kind: 'clinician' | 'patient' | 'room'; id: string | number }

/**
 * The unique keys that reserve resources for a span: one per resource and slot, such as
 * `clinician:7:2026-11-24T18:00Z`. A slot that is touched only in part counts whole, so two spans
 * that overlap always share a key. Sorted, so that every writer inserts in one order.
 *
 * Throws `RangeError` when the span is empty or `minutes` does not divide an hour.
 */
export const holdKeys = ({
  resources,
  start,
  end,
  minutes = 5,
}: {
  resources: HeldResource[]
  start: InstantLike
  end: InstantLike
  minutes?: number
}): string[] => {
  if (minutes <= 0 || 60 % minutes !== 0) throw new RangeError('A slot must divide an hour.')
  const endMs = toMs(end)
  if (endMs <= toMs(start)) throw new RangeError('The end must come after the start.')

  const slotMs = minutes * 60_000
  const slots: string[] = []
  for (let ms = Math.floor(toMs(start) / slotMs) * slotMs; ms < endMs; ms += slotMs) {
    slots.push(`${toIso(ms).slice(0, 16)}Z`)
  }
  const keys = resources.flatMap(({ kind, id }) => slots.map((slot) => `${kind}:${id}:${slot}`))
  return [...new Set(keys)].sort()
}
