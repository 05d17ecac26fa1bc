/** Guide and checklist data: YAML that the build turns into plain data; its loader validates it. */
declare module "*.yaml" {
  const data: unknown;
  export default data;
}
