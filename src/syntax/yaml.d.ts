/** Guide and checklist data: YAML that the build turns into plain data, made when it is first called for; its loader validates it. */
declare module "*.yaml" {
  const data: () => unknown;
  export default data;
}
