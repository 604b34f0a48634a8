import type { Client } from '@/tests/support/client'

/** A record on which an action can be taken now, and how it is asked for. */
export type Scene = {
  client: Client
  path: string
  body?: Record<string, unknown>
}

export type ActionScene<Stage> = {
  /** A new record each time; `name` tells one scene's people from another's. */
  begin: (stage: Stage, name: string) => Promise<Scene>
  /** Leaves the record where it may be taken again: five racers then send the revision they all saw. */
  isRepeatable?: boolean
  /** Five requests without a key are five wishes, such as five payments in cash. */
  isEachItsOwn?: boolean
  /** Rows that a racer who was too late may leave, as `changesSince` writes them. */
  lateRows?: readonly string[]
}

/** Scenes by `slug.action`; a second scene of the same action carries a word more: `slug.action trainee`. */
export type Scenes<Stage> = Readonly<Record<string, ActionScene<Stage>>>

export const actionOf = (scene: string): string => scene.split(' ')[0] ?? ''
