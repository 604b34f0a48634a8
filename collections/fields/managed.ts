import type { Field } from 'payload'

const closed = () => false

/** A field only hooks and actions write; every client's value is ignored. */
export const managed = <T extends Field>(field: T): T =>
  ({
    ...field,
    access: {
      ...('access' in field ? field.access : {}),
      create: closed,
      update: closed,
    },
    admin: { ...('admin' in field ? field.admin : {}), readOnly: true },
    custom: { ...('custom' in field ? field.custom : {}), managed: true },
  }) as T // adds keys every data field has
