'use client'
import { Link, useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

type Props = Pick<DefaultCellComponentProps, 'collectionSlug' | 'link' | 'rowData'> & {
  children: string
}

/** A cell of ours; the first of a row opens the record, as Payload's own do. */
export const LinkedCell = ({ collectionSlug, link, rowData, children }: Props) => {
  const { config } = useConfig()
  const text = <span className="ops-number">{children}</span>
  if (!link) return text
  return (
    <Link
      href={`${config.routes.admin}/collections/${collectionSlug}/${String(rowData['id'])}`}
      prefetch={false}
    >
      {text}
    </Link>
  )
}
