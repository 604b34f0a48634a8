import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

/** 45 CFR 164.502(g)(3)(i)(A): the minor may ask that the parent be treated as the representative. */
export const openToProxies = defineAction({
  slug: 'care-episodes',
  name: 'open-to-proxies',
  label: 'Open to parents',
  confirm:
    'The patient asked for it: those who act for them see the visits and shared notes of this care again.',
  stepUp: true,
  input: z.object({}),
  fields: [],
  from: { column: 'isOpenToProxies', values: [false, null] },
  prepare: async () => ({ set: { isOpenToProxies: true } }),
})
