/** The drawings under public/illustrations, each with the size it was drawn in. */
export const illustrations = {
  harbor: { label: 'Harbor with boats', width: 640, height: 480 },
  lighthouse: { label: 'Lighthouse', width: 480, height: 360 },
  waves: { label: 'Waves', width: 480, height: 360 },
  path: { label: 'Path over hills', width: 480, height: 360 },
  room: { label: 'Room with two chairs', width: 480, height: 360 },
  bridge: { label: 'Bridge', width: 480, height: 360 },
  sprout: { label: 'Young plant', width: 480, height: 360 },
} as const

export type Illustration = keyof typeof illustrations

export const isIllustration = (value: unknown): value is Illustration =>
  typeof value === 'string' && value in illustrations
