import { illustrations, isIllustration } from '@/src/domain/outreach/illustrations'
import { numberIn, type Row, textIn } from '@/src/domain/row'
import { asRow } from '@/src/lib/website/rows'

type Props = { media: unknown; illustration?: string; className?: string; isFirst?: boolean }

const sizeOf = (media: Row, name: string): Row | null => {
  const size = asRow(asRow(media['sizes'])?.[name])
  return size && textIn(size, 'filename') ? size : null
}

const fileUrl = (filename: string): string => `/api/media/file/${encodeURIComponent(filename)}`

/** A photograph of ours, or one of the drawings; nothing when there is neither. */
export const Picture = ({ media, illustration, className, isFirst = false }: Props) => {
  const photo = asRow(media)
  // What stands on top is seen first: it must not wait behind scripts.
  const order = isFirst
    ? ({ loading: 'eager', fetchPriority: 'high' } as const)
    : ({ loading: 'lazy' } as const)
  if (photo && textIn(photo, 'filename')) {
    const shown = sizeOf(photo, 'large') ?? photo
    const small = sizeOf(photo, 'small')
    return (
      // biome-ignore lint/performance/noImgElement: next/image writes style attributes, which a strict content policy refuses
      <img
        className={className}
        src={fileUrl(textIn(shown, 'filename'))}
        srcSet={
          small
            ? `${fileUrl(textIn(small, 'filename'))} ${numberIn(small, 'width') || 480}w, ${fileUrl(textIn(shown, 'filename'))} ${numberIn(shown, 'width') || 1200}w`
            : undefined
        }
        sizes="(max-width: 720px) 100vw, 560px"
        alt={textIn(photo, 'alt')}
        width={numberIn(shown, 'width') || undefined}
        height={numberIn(shown, 'height') || undefined}
        {...order}
      />
    )
  }
  if (!isIllustration(illustration)) return null
  const { width, height } = illustrations[illustration]
  return (
    // biome-ignore lint/performance/noImgElement: see above
    <img
      className={className}
      src={`/illustrations/${illustration}.svg`}
      alt=""
      width={width}
      height={height}
      {...order}
    />
  )
}
