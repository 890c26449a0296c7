// The room of Table Schema: does a file respect its schema, as the standard and Validata read it?
