/** Sizes of the picture, in pixels at full size. */
export const MEASURES = {
  /** Width that the picture fills when there is enough to fill it. */
  width: 1240,
  margin: 14,
  /** Room at the left in which rows of zones are named, and lines go from row to row. */
  left: 22,
  /** Least and most width of a zone. */
  narrowest: 108,
  widest: 190,
  /** Space around the zones of a VPC. */
  padding: 8,
  /** Name and addresses of a VPC. */
  header: 36,
  /** Name of a zone, and what stands in it. */
  boxHeader: 37,
  /** One arrow at the side of a zone. */
  pin: 15,
  /** Between zones, where arrows within a VPC are drawn. */
  gap: 24,
  /** Between two lines. */
  lane: 11,
  /** Between two columns that no line passes. */
  gutter: 12,
  /** Between two lines that end beside each other at the top or foot of a box: their labels stand there. */
  port: 74,
  outside: 46,
  bar: 26,
  /** Name of the organisation. */
  title: 24,
  /** Characters of the small type and of the large one. */
  small: 5.4,
  large: 6.4,
} as const;

/** Most columns in one row. */
export const MOST_COLUMNS = 8;
