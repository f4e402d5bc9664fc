/** What robots-parser 3 is: its own declaration says `export default` where its code says `module.exports =`. */
declare module "robots-parser" {
  interface Robots {
    /** Undefined for an address that the file does not speak for. */
    isAllowed(url: string, agent: string): boolean | undefined;
  }
  function robotsParser(url: string, text: string): Robots;
  export = robotsParser;
}
