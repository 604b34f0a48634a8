/** Plain text with its paragraphs: an empty line starts a new one. */
export const Lines = ({ text, className }: { text: string; className?: string }) => {
  const paragraphs = text.split(/\n\s*\n/).filter((each) => each.trim())
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className={className}>
          {paragraph}
        </p>
      ))}
    </>
  )
}
