import config from '@payload-config'

const { collections } = await config

// Two files take half each, so that two processors share the work.
const slugs = collections.map(({ slug }) => slug)

/** Every collection of the running configuration, Payload's own included, in two lists of the same weight. */
export const halves: readonly [string[], string[]] = [
  slugs.filter((_slug, index) => index % 2 === 0),
  slugs.filter((_slug, index) => index % 2 === 1),
]
