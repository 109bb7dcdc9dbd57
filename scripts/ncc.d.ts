// The part of ncc's programmatic interface that scripts/build.ts uses (https://github.com/vercel/ncc#programmatically-from-nodejs).
declare module '@vercel/ncc' {
  interface NccOptions {
    readonly minify?: boolean;
    readonly sourceMap?: boolean;
    readonly cache?: boolean;
    readonly esm?: boolean;
    readonly quiet?: boolean;
    readonly license?: string;
    readonly filterAssetBase?: string;
  }
  interface NccResult {
    readonly code: string;
    readonly assets: Readonly<Record<string, { readonly source: string | Uint8Array }>>;
  }
  // biome-ignore lint/style/noDefaultExport: that is how ncc exports it
  export default function ncc(input: string, options: NccOptions): Promise<NccResult>;
}
