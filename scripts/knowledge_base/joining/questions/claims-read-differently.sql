-- Where do two bases report a document's direction on a component differently? Both may be right: a
-- document can have several findings. A person reads the two claims beside each other.
SELECT
  one.doi AS doi,
  one.component AS component,
  one.base AS base,
  one.id AS record,
  one.direction AS direction,
  other.base AS other_base,
  other.id AS other_record,
  other.direction AS other_direction
FROM records AS one
JOIN records AS other
  ON LOWER(one.doi) = LOWER(other.doi)
  AND one.component = other.component
  AND one.base < other.base
WHERE one.stands AND other.stands
  AND one.direction IS NOT NULL AND other.direction IS NOT NULL
  AND one.direction <> other.direction
ORDER BY doi, component, base, record, other_base, other_record
