declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Similarity of two strings by UTF-16 units, 0 to 1. */
  export default function jaroWinkler(a: string, b: string, options: { readonly ignoreCase?: boolean }): number;
}
