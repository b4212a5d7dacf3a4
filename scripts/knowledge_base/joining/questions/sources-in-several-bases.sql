-- Which documents does more than one base cite? They are the same where their DOIs are.
SELECT
  LOWER(doi) AS doi,
  COUNT(DISTINCT base) AS bases,
  MIN(title) AS title,
  MIN(year) AS year
FROM sources
WHERE doi IS NOT NULL
GROUP BY LOWER(doi)
HAVING COUNT(DISTINCT base) > 1
ORDER BY bases DESC, doi
