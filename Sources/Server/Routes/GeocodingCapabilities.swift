/// What the geocoder can do, as `getCapabilities` of the Géoplateforme tells it.
enum GeocodingCapabilities {
    static let text = """
        {"info":{"name":"Gabarit","description":"Géocodage d'adresses françaises, sans réseau, avec ses preuves"},
        "operations":[
        {"id":"search","name":"search","description":"Une adresse vers ses coordonnées","url":"/geocodage/search","method":"GET"},
        {"id":"reverse","name":"reverse","description":"Des coordonnées vers l'adresse la plus proche",\
        "url":"/geocodage/reverse","method":"GET"},
        {"id":"search/csv","name":"search/csv","description":"Un fichier CSV d'adresses",\
        "url":"/geocodage/search/csv","method":"POST"},
        {"id":"reverse/csv","name":"reverse/csv","description":"Un fichier CSV de coordonnées",\
        "url":"/geocodage/reverse/csv","method":"POST"}],
        "indexes":[{"id":"address","name":"address","description":"Adresses, voies, lieux-dits et communes",
        "queryParameters":["q","limit","autocomplete","lat","lon","type","postcode","citycode","depcode"],
        "types":["housenumber","street","locality","municipality"]}]}
        """
}
