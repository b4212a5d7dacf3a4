-- How many claims that stand does each base have on each component, and on how many studies do they
-- rest? Reviews are counted apart: they bring together what others have studied.
SELECT
  base,
  component,
  COUNT(*) AS claims,
  COUNT(DISTINCT CASE WHEN NOT is_review THEN study END) AS primary_studies,
  COUNT(DISTINCT CASE WHEN is_review THEN study END) AS reviews
FROM records
WHERE stands AND status = 'published'
GROUP BY base, component
ORDER BY component, base
