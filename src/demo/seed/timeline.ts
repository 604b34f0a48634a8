import { clock } from '@/src/lib/clock'

/** A person's or an office's part of the history: yields the instant at which it goes on. */
export type Story = AsyncGenerator<Date, void, void>

type Waiting = { at: Date; order: number; story: Story }

const isBefore = (one: Waiting, other: Waiting): boolean =>
  one.at < other.at || (one.order < other.order && one.at.getTime() === other.at.getTime())

/**
 * Lets stories happen side by side in the order of time: the practice's clock stands at the instant a
 * story asked for while it goes on. `before` sees every instant first.
 */
export const play = async (
  stories: readonly Story[],
  { from, until, before }: { from: Date; until: Date; before: (at: Date) => Promise<void> },
): Promise<void> => {
  clock.freeze(from)
  const waiting: Waiting[] = []
  const advance = async (story: Story, order: number): Promise<void> => {
    const { value, done } = await story.next()
    if (done || !value) return
    // A story that wants to go on in the past goes on now.
    const at = new Date(Math.max(value.getTime(), clock.now().getTime()))
    waiting.push({ at, order, story })
  }
  for (const [order, story] of stories.entries()) await advance(story, order)
  while (waiting.length) {
    const next = waiting.reduce((first, each) => (isBefore(each, first) ? each : first))
    if (next.at > until) break
    waiting.splice(waiting.indexOf(next), 1)
    await before(next.at)
    clock.freeze(next.at)
    await advance(next.story, next.order)
  }
  for (const { story } of waiting) await story.return()
}
