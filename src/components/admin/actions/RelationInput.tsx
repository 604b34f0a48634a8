'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { searchApi } from './callApi'

type Choice = { id: string; label: string }

type Props = {
  id: string
  relationTo: string
  /** Narrows the list, such as `where[roles][in]`. */
  filter?: Record<string, string>
  value: string
  onChange: (value: string) => void
  isRequired?: boolean
  describedBy?: string
}

const pageSize = 50

const readChoices = (docs: unknown, titleField: string): Choice[] =>
  Array.isArray(docs)
    ? docs.map((doc: Record<string, unknown>) => ({
        id: String(doc['id']),
        label: String(doc[titleField] ?? doc['name'] ?? doc['title'] ?? 'Without a name'),
      }))
    : []

/** Chooses a record by name; long lists get a box that narrows them. */
export const RelationInput = ({
  id,
  relationTo,
  filter,
  value,
  onChange,
  isRequired,
  describedBy,
}: Props) => {
  const { getEntityConfig } = useConfig()
  const collection = getEntityConfig({ collectionSlug: relationTo as never }) // slug from the action's definition
  const titleField = collection?.admin?.useAsTitle ?? 'name'
  const searchField = relationTo === 'patients' ? 'searchText' : titleField
  const [choices, setChoices] = useState<Choice[]>([])
  const [query, setQuery] = useState('')
  const [isLong, setLong] = useState(false)
  // What was chosen before, where the list does not reach it.
  const [known, setKnown] = useState<Choice | null>(null)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(
      async () => {
        const words = query.trim().toLowerCase().replaceAll(/[%_]/g, '')
        const named: Record<string, string> = words
          ? { [`where[${searchField}][like]`]: words }
          : {}
        const answer = await searchApi(relationTo, {
          limit: String(pageSize),
          depth: '0',
          ...named,
          ...filter,
        })
        if (!isCurrent || !answer.ok) return
        setChoices(readChoices(answer.body['docs'], titleField))
        if (!words) setLong(Number(answer.body['totalDocs'] ?? 0) > 12)
      },
      query ? 200 : 0,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query, relationTo, filter, searchField, titleField])
  const isListed = choices.some((choice) => choice.id === value)
  useEffect(() => {
    if (!value || isListed || known?.id === value) return
    let isCurrent = true
    const load = async (): Promise<void> => {
      const answer = await searchApi(relationTo, { depth: '0', 'where[id][equals]': value })
      if (isCurrent && answer.ok) setKnown(readChoices(answer.body['docs'], titleField)[0] ?? null)
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [value, isListed, known, relationTo, titleField])
  return (
    <>
      {isLong ? (
        <input
          aria-label="Narrow the list"
          autoComplete="off"
          className="ops-input"
          onChange={(event) => setQuery(event.target.value)}
          placeholder="Type a name to narrow the list"
          type="search"
          value={query}
        />
      ) : null}
      <select
        aria-describedby={describedBy}
        className="ops-input"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        required={isRequired}
        value={value}
      >
        <option value="">Choose</option>
        {value && !isListed ? (
          <option value={value}>{known?.id === value ? known.label : 'As chosen'}</option>
        ) : null}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </>
  )
}
