export type Json = Record<string, unknown>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const ref = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` })
